import { mockServices } from '@backstage/backend-test-utils';
import { readClusters } from './readClusters';

const read = (...clusters: object[]) =>
  readClusters(
    mockServices.rootConfig({ data: { dataPipelines: { clusters } } }),
  );

describe('readClusters', () => {
  it('reads what is simulated, and which namespaces may be read', () => {
    const { simulated, namespaces } = read(
      { name: 'east', namespaces: ['data', 'kafka', 'data'] },
      { name: 'play', simulated: 'Operators are simulated' },
    );
    expect([...namespaces]).toEqual([['east', ['data', 'kafka']]]);
    expect([...simulated]).toEqual([['play', 'Operators are simulated']]);
  });

  it('refuses a list that allows nothing', () => {
    expect(() => read({ name: 'east', namespaces: [] })).toThrow(
      'namespaces of east is an empty list; name those that',
    );
  });
});
