import { Finding, info, refused, warning } from './change';
import { findKafka } from './kafkaTopic';
import { isKept } from './renderedObject';
import { Pair, Rendering, ruleFor, Typed } from './rule';
import { PoolStorage, storageFindings } from './nodePoolStorage';

interface PoolSpec {
  replicas: number;
  roles: string[];
  storage: PoolStorage;
}

type Pool = Typed<PoolSpec>;

/** Nodes of a Strimzi cluster. */
export const kafkaNodePool = ruleFor<PoolSpec>({
  group: 'kafka.strimzi.io',
  kinds: ['KafkaNodePool'],
  changed: pair => [
    ...storageFindings(pair.before.spec.storage, pair.after.spec.storage),
    ...roles(pair.before.spec.roles, pair.after.spec.roles),
    ...replicas(pair),
  ],
  removed: (pool, rendering) => {
    // With the cluster go all its pools, and that is said of the cluster.
    if (isKept(pool) || !findKafka(rendering, clusterOf(pool))) return [];
    const nodes = pool.spec.replicas ?? 0;
    return isBroker(pool)
      ? [
          refused(
            '',
            `its ${nodes} brokers stop at once, with the partitions that they hold, and Strimzi then refuses the whole cluster`,
            'Move the partitions to another pool with a KafkaRebalance of mode remove-brokers first.',
          ),
        ]
      : [
          refused(
            '',
            `its ${nodes} controllers stop at once, and the members of Strimzi's controller quorum are fixed`,
            'Keep the pool.',
          ),
        ];
  },
});

function clusterOf({ metadata }: Pool): string {
  return metadata.labels?.['strimzi.io/cluster'] ?? '';
}

function isBroker({ spec }: Pool): boolean {
  return spec.roles?.includes('broker') ?? false;
}

function roles(before: string[] = [], after: string[] = []): Finding[] {
  return before
    .filter(role => !after.includes(role))
    .map(role =>
      role === 'controller'
        ? refused(
            'spec.roles',
            "its nodes cannot stop being controllers: the members of Strimzi's controller quorum are fixed",
            'Keep the role.',
          )
        : refused(
            'spec.roles',
            'its nodes cannot stop being brokers while they hold partitions: Strimzi undoes it',
            'Move the partitions to another pool with a KafkaRebalance of mode remove-brokers first.',
          ),
    );
}

function replicas({ before, after, rendering }: Pair<PoolSpec>): Finding[] {
  const [from, to] = [before.spec.replicas, after.spec.replicas];
  if (from === undefined || to === undefined || from === to) return [];
  if (before.spec.roles?.includes('controller')) {
    return [
      refused(
        'spec.replicas',
        `${from} controllers cannot become ${to}: the members of Strimzi's controller quorum are fixed`,
        `Keep ${from}; brokers in a pool of their own can grow.`,
      ),
    ];
  }
  const rebalanced = rebalances(rendering, clusterOf(after), from, to);
  if (to > from) {
    return rebalanced
      ? [
          info(
            'spec.replicas',
            `${from} brokers become ${to} and take their share of the partitions`,
            'Nothing to do; it takes a while and bandwidth.',
          ),
        ]
      : [
          warning(
            'spec.replicas',
            `${from} brokers become ${to}, and the new ones hold nothing but new topics`,
            'Make a KafkaRebalance of mode add-brokers afterwards.',
          ),
        ];
  }
  return rebalanced
    ? [
        warning(
          'spec.replicas',
          `${from} brokers become ${to} once Cruise Control has emptied those that go`,
          'Make sure that the others have room for their partitions.',
        ),
      ]
    : [
        refused(
          'spec.replicas',
          `${from} brokers cannot become ${to} while those that go hold partitions: Strimzi undoes it`,
          'Empty them with a KafkaRebalance of mode remove-brokers first, or give the cluster cruiseControl.autoRebalance.',
        ),
      ];
}

interface KafkaSpec {
  cruiseControl?: { autoRebalance?: Array<{ mode: string }> };
}

function rebalances(
  rendering: Rendering,
  cluster: string,
  from: number,
  to: number,
): boolean {
  const spec: KafkaSpec | undefined = findKafka(rendering, cluster)?.spec;
  const wanted = to > from ? 'add-brokers' : 'remove-brokers';
  return (
    spec?.cruiseControl?.autoRebalance?.some(({ mode }) => mode === wanted) ??
    false
  );
}
