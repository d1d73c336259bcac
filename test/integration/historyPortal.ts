import knexFactory from 'knex';
import { DatabaseHistoryStore } from '../../plugins/data-pipelines-backend/src/history/database/DatabaseHistoryStore';
import { PlacedFact } from '../../plugins/data-pipelines-backend/src/history/facts/Fact';
import { allRecorded, ReplayingReplica } from './historyReplay';

/**
 * A portal that watches the recorded cluster from its nth change on and writes
 * history, a line of output for each change, until it is killed:
 * `historyPortal <connection> <n>`.
 */
async function main([connection, from]: string[]) {
  const knex = knexFactory({
    client: 'pg',
    connection: JSON.parse(connection),
  });
  const store = await DatabaseHistoryStore.create({
    getClient: async () => knex,
  });
  let waiting: PlacedFact[] = [];
  const replica = new ReplayingReplica(facts => waiting.push(...facts));
  const changes = allRecorded();
  await replica.catchUp(changes.slice(0, Number(from)));
  for (const change of changes.slice(Number(from))) {
    replica.see(change);
    await store.write(waiting);
    waiting = [];
    process.stdout.write('.\n');
  }
  await knex.destroy();
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
