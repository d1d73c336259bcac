import { DatabaseService } from '@backstage/backend-plugin-api';
import { StartAcknowledgement } from '@headworks/backstage-plugin-data-pipelines-common';
import { Knex } from 'knex';
import { Fact, FactKind, PlacedFact } from '../facts/Fact';
import {
  CleanedRows,
  HistoryLimits,
  HistoryQuery,
  HistoryStore,
  KnownState,
  Touched,
} from '../HistoryStore';
import { clean } from './clean';
import { migrate } from './migrate';
import { readPage } from './readPage';
import { chunks, placeOf, SpecRow, StateRow } from './tables';
import { acknowledgeStart, newestStarts, startsChanged } from './startRows';
import { writeAhead } from './writeAhead';
import { writeEvents } from './writeEvents';
import { writeProgress } from './writeProgress';
import { writeStarts } from './writeStarts';
import { writeTransitions } from './writeTransitions';
import { writeUpgrades } from './writeUpgrades';

type Writers = {
  [K in FactKind]: (
    trx: Knex,
    facts: Array<PlacedFact<Extract<Fact, { kind: K }>>>,
  ) => Promise<void>;
};

const WRITERS: Writers = {
  transition: writeTransitions,
  run: writeProgress,
  restart: writeProgress,
  snapshot: writeProgress,
  upgrade: writeUpgrades,
  event: writeEvents,
  start: writeStarts,
};

/** In the plugin's own database: PostgreSQL, or SQLite for development. */
export class DatabaseHistoryStore implements HistoryStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Brings the tables up to date, unless the portal says not to. */
  static async create(database: DatabaseService): Promise<HistoryStore> {
    const knex = await database.getClient();
    await writeAhead(knex);
    if (!database.migrations?.skip) {
      await migrate(knex);
    }
    return new DatabaseHistoryStore(knex);
  }

  async write(facts: readonly PlacedFact[]): Promise<void> {
    await this.#knex.transaction(async trx => {
      for (const kind of Object.keys(WRITERS) as FactKind[]) {
        await writeKind(trx, kind, facts);
      }
    });
  }

  async check(): Promise<void> {
    await this.#knex.select(this.#knex.raw('1'));
  }

  page(query: HistoryQuery) {
    return readPage(this.#knex, query);
  }

  async knownGenerations(): Promise<Map<string, number>> {
    const rows = await this.#knex<SpecRow>('history_specs').select(
      'id',
      'generation',
    );
    return new Map(rows.map(({ id, generation }) => [id, Number(generation)]));
  }

  async knownStates(): Promise<Map<string, KnownState>> {
    const rows = await this.#knex<StateRow>('history_states').select('*');
    return new Map(
      rows.map(row => [
        row.id,
        {
          place: placeOf(row),
          health: row.health,
          reason: row.reason,
          version: Number(row.version),
          at: new Date(Number(row.at)).toISOString(),
        },
      ]),
    );
  }

  newestStarts(most: number) {
    return newestStarts(this.#knex, most);
  }

  startsChanged(since: Date) {
    return startsChanged(this.#knex, since.getTime());
  }

  acknowledge(id: string, acknowledgement: StartAcknowledgement) {
    return acknowledgeStart(this.#knex, id, acknowledgement);
  }

  async touch({ states, specs }: Touched, now: Date): Promise<void> {
    const seen = { seen_at: now.getTime() };
    for (const ids of chunks(states)) {
      await this.#knex<StateRow>('history_states')
        .whereIn('id', ids)
        .update(seen);
    }
    for (const ids of chunks(specs)) {
      await this.#knex<SpecRow>('history_specs')
        .whereIn('id', ids)
        .update(seen);
    }
  }

  clean(limits: HistoryLimits, now: Date): Promise<CleanedRows> {
    return clean(this.#knex, limits, now);
  }
}

async function writeKind<K extends FactKind>(
  trx: Knex,
  kind: K,
  facts: readonly PlacedFact[],
): Promise<void> {
  const ofKind = facts.filter(
    (fact): fact is PlacedFact<Extract<Fact, { kind: K }>> =>
      fact.kind === kind,
  );
  if (ofKind.length > 0) await WRITERS[kind](trx, ofKind);
}
