import { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { countCatalog, readCatalog } from './readCatalog';

function entity(kind: string, name: string, type: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec: { type },
  };
}

describe('readCatalog', () => {
  const catalog = catalogServiceMock({
    entities: [
      entity('Component', 'orders', 'data-pipeline'),
      entity('Component', 'orders-sum', 'flink-job'),
      entity('Resource', 'totals', 'kafka-topic'),
      entity('Template', 'streaming-pipeline', 'data-pipeline'),
      entity('Component', 'shop', 'website'),
    ],
  });
  const credentials = mockCredentials.service();

  it('reads pipelines and their parts, and no template that makes some', async () => {
    const found = await readCatalog(catalog, credentials);
    expect(found.map(({ metadata }) => metadata.name)).toEqual([
      'orders',
      'orders-sum',
      'totals',
    ]);
    expect(await countCatalog(catalog, credentials)).toBe(3);
  });
});
