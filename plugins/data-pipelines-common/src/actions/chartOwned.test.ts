import { chartOwned } from './chartOwned';

const patch = { spec: { job: { state: 'suspended' }, restartNonce: 1 } };
const state = { 'f:spec': { 'f:job': { 'f:state': {} } } };

describe('chartOwned', () => {
  it('names the fields that a chart has rendered', () => {
    expect(
      chartOwned(patch, [
        { manager: 'helm', operation: 'Apply', fieldsV1: state },
      ]),
    ).toEqual(['spec.job.state']);
  });

  it.each([
    ['another manager', { manager: 'headworks', fieldsV1: state }],
    ['another field', { manager: 'helm', fieldsV1: { 'f:spec': {} } }],
    ['a status', { manager: 'helm', subresource: 'status', fieldsV1: state }],
    ['nothing', { manager: 'helm' }],
  ])('lets %s be', (_, entry) => {
    expect(chartOwned(patch, [entry])).toEqual([]);
  });

  it('knows an object without records of who wrote it', () => {
    expect(chartOwned(patch, undefined)).toEqual([]);
  });
});
