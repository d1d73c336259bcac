import { setTimeout as sleep } from 'node:timers/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const TRIES = 30;
const PAUSE = 500;

/**
 * Brings the tables up to date. Replicas that start together do it one after
 * the other: Knex lets the first one and refuses the rest.
 */
export async function migrate(knex: Knex): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@headworks/backstage-plugin-data-pipelines-backend',
          'migrations',
        ),
      });
      return;
    } catch (error) {
      if (tries === TRIES || !isInTheWay(error as Error)) throw error;
      await sleep(PAUSE);
    }
  }
}

/** Another replica migrates, or makes Knex' own tables, right now. */
function isInTheWay({ message, name }: Error): boolean {
  return (
    name === 'MigrationLocked' ||
    /knex_migrations.*already exists|already locked|duplicate key .*(knex_migrations|pg_(class|type))/s.test(
      message,
    )
  );
}
