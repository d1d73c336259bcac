import { ClusterClient } from '../../cluster/client';
import { Changes } from './changes';
import type { Order, Reached, Told } from './changesApart';
import { Achieved } from './openLoop';
import { CLUSTERS, ClusterName } from './shape';

/** The process behind `changesApart`: it ends with the one that began it. */
let changes: Changes | undefined;

process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
  carryOut(order).then(
    achieved => tell({ achieved }),
    (error: Error) => tell({ error: error.stack ?? error.message }),
  );
});

async function carryOut(order: Order): Promise<Achieved | undefined> {
  if (order.do === 'begin') {
    changes = new Changes(clients(order.clusters));
    return undefined;
  }
  if (!changes) throw new Error('Nobody has said which clusters there are');
  switch (order.do) {
    case 'warmUp':
      await changes.warmUp();
      return undefined;
    case 'stream':
      return changes.stream(order.rate, order.seconds);
    case 'mendAll':
      await changes.mendAll();
      return undefined;
    default:
      throw new Error(`Nobody knows how to do ${JSON.stringify(order)}`);
  }
}

function clients(reached: Record<ClusterName, Reached>) {
  return Object.fromEntries(
    Object.keys(CLUSTERS).map(name => {
      const { url, caData, adminToken } = reached[name as ClusterName];
      const ca = Buffer.from(caData, 'base64').toString();
      return [
        name,
        { client: new ClusterClient({ url, ca, token: adminToken }) },
      ];
    }),
  ) as Record<ClusterName, { client: ClusterClient }>;
}

function tell(told: Told) {
  process.send?.(told);
}
