import { Claimant, DeclaredClaims } from './DeclaredClaims';
import { Subject } from './subject';

const FLINK = 'flinkdeployments.flink.apache.org';
const TOPICS = 'kafkatopics.kafka.strimzi.io';

const shop: Claimant = {
  entityRef: 'component:default/shop',
  name: 'shop',
  environments: [
    { name: 'dev', cluster: 'east', namespace: 'streams', release: 'shop' },
  ],
  jobs: [
    { name: 'sum', entityRef: 'component:default/shop-sum', objects: [] },
    {
      name: 'old',
      entityRef: 'component:default/shop-old',
      objects: ['streams', 'elsewhere'].map(namespace => ({
        environment: 'dev',
        resource: FLINK,
        namespace,
        name: 'handmade',
      })),
    },
  ],
  topics: [
    { name: 'totals', entityRef: 'resource:default/totals', objects: [] },
  ],
};

function subject(
  resource: Subject['resource'],
  namespace: string,
  name: string,
  labels: Record<string, string> = {},
): Subject {
  const metadata = { name, namespace, labels, annotations: {} };
  return {
    resource,
    kind: 'Any',
    metadata,
    ...(resource === TOPICS && { topic: name }),
  };
}

describe('DeclaredClaims', () => {
  const claims = new DeclaredClaims(() => [shop]);
  claims.refresh();
  const ours = {
    'headworks.dev/pipeline': 'shop',
    'headworks.dev/environment': 'dev',
    'headworks.dev/job': 'sum',
  };
  const entities = (cluster: string, of: Subject) =>
    claims.of(cluster, of).map(({ entityRef }) => entityRef);

  it('goes by label, where cluster and namespace are declared, too', () => {
    const job = subject(FLINK, 'streams', 'shop-sum', ours);
    expect(claims.of('east', job)).toEqual([
      {
        pipelineRef: 'component:default/shop',
        environment: 'dev',
        entityRef: 'component:default/shop-sum',
      },
    ]);
    expect(entities('west', job)).toEqual([]);
    expect(
      entities('east', subject(FLINK, 'elsewhere', 'shop-sum', ours)),
    ).toEqual([]);
  });

  it('takes a topic by its name in Kafka, wherever it lives', () => {
    expect(entities('east', subject(TOPICS, 'kafka', 'totals', ours))).toEqual([
      'resource:default/totals',
    ]);
  });

  it('takes an object that its entity names, in the declared namespace only', () => {
    expect(entities('east', subject(FLINK, 'streams', 'handmade'))).toEqual([
      'component:default/shop-old',
    ]);
    expect(entities('east', subject(FLINK, 'elsewhere', 'handmade'))).toEqual(
      [],
    );
  });

  it('leaves alone what nobody declares', () => {
    expect(entities('east', subject(FLINK, 'streams', 'other'))).toEqual([]);
  });
});
