import { flowOf } from './flowOf';

describe('flowOf', () => {
  it.each([
    [['Healthy', 'Healthy'], 'flows'],
    [['Healthy', 'Progressing'], 'waits'],
    [['Unknown', 'Healthy'], 'waits'],
    [['Suspended', 'Degraded'], 'stops'],
    [['Missing', 'Healthy'], 'stops'],
    [[undefined, 'Healthy'], 'flows'],
  ] as const)('says of %j: %s', (ends, flow) => {
    expect(flowOf(...ends)).toBe(flow);
  });
});
