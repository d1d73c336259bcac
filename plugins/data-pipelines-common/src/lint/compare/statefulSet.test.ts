import { lines, objects, said } from './__testUtils__/objects';

const SET = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: broker, namespace: kafka }
`;
const KEEP =
  'Keep it, or delete only the StatefulSet first: kubectl delete statefulset broker --cascade=orphan. Its pods and volumes stay, and volumes keep what they were made with.';
const kafka = (rest: string, id = 'one') =>
  `{ ${rest}, template: { spec: { containers: [{ env: [{ name: CLUSTER_ID, value: ${id} }] }] } } }`;

describe('statefulSet', () => {
  it.each([
    ['volumeClaimTemplates', '[{ metadata: { name: data } }]', '[]'],
    ['selector', '{ matchLabels: { a: b } }', '{ matchLabels: { a: c } }'],
    ['serviceName', 'one', 'two'],
    ['podManagementPolicy', 'Parallel', 'OrderedReady'],
  ])('refuses another %s', (key, before, after) => {
    expect(said(SET, `{ ${key}: ${before} }`, `{ ${key}: ${after} }`)).toEqual([
      `refused StatefulSet/broker spec.${key}: Kubernetes does not let ${key} of a StatefulSet change; ${KEEP}`,
    ]);
  });

  it('lets pods change', () => {
    expect(
      said(
        SET,
        '{ replicas: 1, template: { spec: { containers: [{ image: a }] } } }',
        '{ replicas: 2, template: { spec: { containers: [{ image: b }] } } }',
      ),
    ).toEqual([]);
  });

  it('refuses another cluster id', () => {
    expect(
      said(SET, kafka('replicas: 3', 'one'), kafka('replicas: 3', 'two')),
    ).toEqual([
      'refused StatefulSet/broker spec.template.spec.containers.env.CLUSTER_ID: the cluster id cannot change: Kafka does not start on volumes of "one"; Keep namespace, release and cluster name, which it is made from.',
    ]);
  });

  it('refuses other node ids', () => {
    expect(said(SET, '{ ordinals: { start: 100 } }', '{}')).toEqual([
      'refused StatefulSet/broker spec.ordinals.start: pods counted from 100 would count from 0, with empty volumes and other node ids; Keep 100.',
    ]);
  });

  it('warns of an older Kafka', () => {
    const image = (tag: string) =>
      kafka('replicas: 3').replace('[{', `[{ image: "apache/kafka:${tag}",`);
    expect(said(SET, image('4.3.1'), image('4.2.0'))).toEqual([
      'warning StatefulSet/broker spec.template.spec.containers.image: Kafka 4.3.1 goes back to 4.2.0; Read the notes of both versions: an older one does not start on a newer metadata version.',
    ]);
    expect(said(SET, image('4.2.0'), image('4.3.1'))).toEqual([]);
  });

  it('refuses fewer Kafka nodes', () => {
    expect(said(SET, kafka('replicas: 5'), kafka('replicas: 3'))).toEqual([
      "refused StatefulSet/broker spec.replicas: 5 Kafka nodes cannot become 3 while those that go hold partitions or a vote; Move their partitions to the others with Kafka's own tool first, and unregister them.",
    ]);
  });

  it('warns of volumes that nobody uses any more', () => {
    const claims = 'volumeClaimTemplates: [{}]';
    expect(
      said(SET, `{ replicas: 3, ${claims} }`, `{ replicas: 1, ${claims} }`),
    ).toEqual([
      'warning StatefulSet/broker spec.replicas: 3 pods become 1; the volumes of those that go stay, unused; Move what they hold first.',
    ]);
    expect(
      lines(objects(`${SET}spec: { replicas: 3, ${claims} }`), []),
    ).toEqual([
      'warning StatefulSet/broker : its 3 pods stop; their volumes stay, unused; Delete the PersistentVolumeClaims by hand once nobody needs them.',
    ]);
  });

  it('leaves the number of pods to an autoscaler', () => {
    expect(
      said(
        SET,
        '{ replicas: 3, volumeClaimTemplates: [{}] }',
        '{ volumeClaimTemplates: [{}] }',
      ),
    ).toEqual([]);
  });
});
