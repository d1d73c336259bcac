import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import { FoundPipeline } from '@headworks/backstage-plugin-data-pipelines-common';
import { entitiesOf } from './entitiesOf';

const options = {
  namespace: 'default',
  defaultOwner: 'unknown',
  lifecycle: 'production',
};

const shop: FoundPipeline = {
  name: 'shop',
  owner: 'group:default/web',
  system: 'commerce',
  environments: [
    { name: 'dev', cluster: 'east', namespace: 'streams', release: 'shop' },
  ],
  jobs: [
    {
      name: 'sum',
      engine: 'flink',
      reads: ['orders', 'of-others'],
      writes: ['totals'],
      objects: [],
    },
  ],
  topics: [
    { name: 'orders', objects: [] },
    { name: 'totals', objects: [] },
  ],
};

describe('entitiesOf', () => {
  it('gives the dataflow as relations: a job depends on what it reads, a topic on what writes it', () => {
    const entities = entitiesOf(shop, options);
    entities.forEach(entity => entityEnvelopeSchemaValidator()(entity));
    expect(
      entities.map(({ metadata, spec }) => [
        metadata.name,
        spec?.type,
        spec?.owner,
        spec?.dependsOn,
      ]),
    ).toEqual([
      ['shop', 'data-pipeline', 'group:default/web', undefined],
      [
        'shop-sum',
        'flink-job',
        'group:default/web',
        ['resource:default/shop-orders'],
      ],
      ['shop-orders', 'kafka-topic', 'group:default/web', []],
      [
        'shop-totals',
        'kafka-topic',
        'group:default/web',
        ['component:default/shop-sum'],
      ],
    ]);
    expect(entities[0].metadata.annotations).toEqual({
      'headworks.dev/environments': 'dev=east/streams/shop',
      'backstage.io/kubernetes-label-selector': 'headworks.dev/pipeline=shop',
    });
    expect(entities[1].metadata.annotations).toMatchObject({
      'headworks.dev/pipeline': 'shop',
      'backstage.io/kubernetes-label-selector':
        'headworks.dev/pipeline=shop,headworks.dev/job=sum',
    });
  });

  it('names the objects of a job that has none of our labels, and its owner where nobody does', () => {
    const [pipeline, job] = entitiesOf(
      {
        ...shop,
        owner: undefined,
        topics: [],
        jobs: [
          {
            ...shop.jobs[0],
            objects: [
              {
                environment: 'dev',
                resource: 'flinkdeployments.flink.apache.org',
                namespace: 'streams',
                name: 'sum',
              },
            ],
          },
        ],
      },
      options,
    );
    expect(pipeline.spec?.owner).toBe('unknown');
    expect(job.metadata.annotations).toEqual({
      'headworks.dev/pipeline': 'shop',
      'headworks.dev/job': 'sum',
      'headworks.dev/objects':
        'dev=flinkdeployments.flink.apache.org/streams/sum',
    });
  });
});
