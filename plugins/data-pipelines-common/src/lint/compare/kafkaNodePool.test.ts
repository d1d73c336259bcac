import { lines, objects, said } from './__testUtils__/objects';

const POOL = `
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: { name: brokers, labels: { strimzi.io/cluster: analytics } }
`;
const KAFKA = `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: { name: analytics }
spec: { kafka: {} }
`;
const rebalancing = (mode: string) =>
  KAFKA.replace(
    '{ kafka: {} }',
    `{ cruiseControl: { autoRebalance: [{ mode: ${mode} }] } }`,
  );
const storage = (text: string) => `{ storage: ${text} }`;

describe('kafkaNodePool', () => {
  it.each([
    [
      'another type of storage',
      '{ type: persistent-claim, size: 10Gi }',
      '{ type: jbod, volumes: [] }',
      'refused KafkaNodePool/brokers spec.storage.type: storage persistent-claim cannot become jbod: Strimzi keeps the old volumes; Make a second node pool with it, move the partitions there, then remove this one.',
    ],
    [
      'smaller volumes',
      '{ type: jbod, volumes: [{ id: 0, type: persistent-claim, size: 1Ti }] }',
      '{ type: jbod, volumes: [{ id: 0, type: persistent-claim, size: 500Gi }] }',
      'refused KafkaNodePool/brokers spec.storage.volumes.0.size: 1Ti cannot become 500Gi: volumes do not shrink; Make a second node pool with it, move the partitions there, then remove this one.',
    ],
    [
      'another storage class',
      '{ type: persistent-claim, size: 10Gi, class: slow }',
      '{ type: persistent-claim, size: 10Gi, class: fast }',
      'refused KafkaNodePool/brokers spec.storage.class: storage class cannot change: Strimzi keeps the old volumes; Make a second node pool with it, move the partitions there, then remove this one.',
    ],
  ])('refuses %s', (_, before, after, expected) => {
    expect(said(POOL, storage(before), storage(after))).toEqual([expected]);
  });

  it('lets volumes grow, come and go', () => {
    const volumes = (text: string) =>
      storage(`{ type: jbod, volumes: [${text}] }`);
    const volume = (id: number, size: string) =>
      `{ id: ${id}, type: persistent-claim, size: ${size}, deleteClaim: false }`;
    expect(
      said(
        POOL,
        volumes(`${volume(0, '100Gi')}, ${volume(1, '100Gi')}`),
        volumes(`${volume(0, '200Gi')}, ${volume(2, '100Gi')}`),
      ),
    ).toEqual([
      'warning KafkaNodePool/brokers spec.storage.volumes.1: volume 1 is taken from every node, with the partitions on it; Move them with a KafkaRebalance of mode remove-disks first.',
      'info KafkaNodePool/brokers spec.storage.volumes.0.size: volumes of 100Gi grow to 200Gi; Check that their storage class has allowVolumeExpansion.',
      'info KafkaNodePool/brokers spec.storage.volumes.2: every node gets volume 2, empty, and rolls; Make a KafkaRebalance with rebalanceDisk afterwards to fill it.',
    ]);
  });

  it('ignores what Strimzi changes without moving anything', () => {
    expect(
      said(
        POOL,
        storage('{ type: persistent-claim, size: 1Gi, deleteClaim: true }'),
        storage('{ type: persistent-claim, size: 1Gi, deleteClaim: false }'),
      ),
    ).toEqual([]);
  });

  describe('with fewer brokers', () => {
    const fewer = (around: string) =>
      said(
        POOL,
        '{ replicas: 5, roles: [broker] }',
        '{ replicas: 3, roles: [broker] }',
        around,
      );

    it('refuses without Cruise Control', () => {
      expect(fewer(KAFKA)).toEqual([
        'refused KafkaNodePool/brokers spec.replicas: 5 brokers cannot become 3 while those that go hold partitions: Strimzi undoes it; Empty them with a KafkaRebalance of mode remove-brokers first, or give the cluster cruiseControl.autoRebalance.',
      ]);
    });

    it('warns where Cruise Control empties them', () => {
      expect(fewer(rebalancing('remove-brokers'))).toEqual([
        'warning KafkaNodePool/brokers spec.replicas: 5 brokers become 3 once Cruise Control has emptied those that go; Make sure that the others have room for their partitions.',
      ]);
    });
  });

  it.each([
    [
      KAFKA,
      'warning KafkaNodePool/brokers spec.replicas: 3 brokers become 5, and the new ones hold nothing but new topics; Make a KafkaRebalance of mode add-brokers afterwards.',
    ],
    [
      rebalancing('add-brokers'),
      'info KafkaNodePool/brokers spec.replicas: 3 brokers become 5 and take their share of the partitions; Nothing to do; it takes a while and bandwidth.',
    ],
  ])('says what more brokers hold', (around, expected) => {
    expect(
      said(
        POOL,
        '{ replicas: 3, roles: [broker] }',
        '{ replicas: 5, roles: [broker] }',
        around,
      ),
    ).toEqual([expected]);
  });

  it('refuses another number of controllers', () => {
    expect(
      said(
        POOL,
        '{ replicas: 3, roles: [controller] }',
        '{ replicas: 5, roles: [controller] }',
      ),
    ).toEqual([
      "refused KafkaNodePool/brokers spec.replicas: 3 controllers cannot become 5: the members of Strimzi's controller quorum are fixed; Keep 3; brokers in a pool of their own can grow.",
    ]);
  });

  it('refuses to take a role away', () => {
    expect(
      said(POOL, '{ roles: [controller, broker] }', '{ roles: [controller] }'),
    ).toEqual([
      'refused KafkaNodePool/brokers spec.roles: its nodes cannot stop being brokers while they hold partitions: Strimzi undoes it; Move the partitions to another pool with a KafkaRebalance of mode remove-brokers first.',
    ]);
    expect(
      said(POOL, '{ roles: [controller, broker] }', '{ roles: [broker] }'),
    ).toEqual([
      "refused KafkaNodePool/brokers spec.roles: its nodes cannot stop being controllers: the members of Strimzi's controller quorum are fixed; Keep the role.",
    ]);
  });

  it('refuses to go while its cluster stays', () => {
    const pool = `${POOL}spec: { replicas: 3, roles: [broker] }`;
    expect(lines(objects(`${pool}\n---${KAFKA}`), objects(KAFKA))).toEqual([
      'refused KafkaNodePool/brokers : its 3 brokers stop at once, with the partitions that they hold, and Strimzi then refuses the whole cluster; Move the partitions to another pool with a KafkaRebalance of mode remove-brokers first.',
    ]);
    expect(lines(objects(pool), [])).toEqual([]);
  });
});
