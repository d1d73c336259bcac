import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { migrate } from '../history/database/migrate';
import { Action } from './Action';

interface ActionRow {
  id: string;
  pipeline_ref: string;
  /** Of a job or a pipeline, or the key of a part. */
  job_ref: string;
  environment: string;
  action: string;
  requested_by: string;
  steps: string;
  steps_done: number;
  /** PostgreSQL gives big integers as text. */
  step_since: number | string;
  state: Action['state'];
  sentence: string | null;
  started_at: number | string;
  ended_at: number | string | null;
  due_at: number | string;
}

/** How long who works on an action has it alone, in milliseconds. */
const LEASE = 60_000;

/** The actions in the plugin's database: they survive the portal. */
export class ActionStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static async create(database: DatabaseService): Promise<ActionStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) await migrate(knex);
    return new ActionStore(knex);
  }

  /** @returns false where an action with this id is there already */
  async add(action: Action): Promise<boolean> {
    const added = await this.#table()
      .insert(rowOf(action))
      .onConflict('id')
      .ignore()
      .returning('id');
    return added.length > 0;
  }

  async get(id: string): Promise<Action | undefined> {
    const row = await this.#table().where({ id }).first();
    return row && actionOf(row);
  }

  /** Of any of several jobs, parts or pipelines, newest first. */
  async of(refs: readonly string[], most: number): Promise<Action[]> {
    const rows = await this.#table()
      .whereIn('job_ref', refs)
      .orderBy('started_at', 'desc')
      .limit(most);
    return rows.map(actionOf);
  }

  /** What is being done to any of them, in any environment. */
  async runningOf(refs: readonly string[]): Promise<Action[]> {
    const rows = await this.#table()
      .whereIn('job_ref', refs)
      .andWhere({ state: 'running' });
    return rows.map(actionOf);
  }

  /** Running actions that nobody works on. */
  async due(now: Date): Promise<string[]> {
    const rows = await this.#table()
      .select('id')
      .where('state', 'running')
      .andWhere('due_at', '<=', now.getTime())
      .orderBy('due_at')
      .limit(100);
    return rows.map(({ id }) => id);
  }

  /** Takes an action for this process alone; undefined where another has it. */
  async claim(id: string, now: Date): Promise<Action | undefined> {
    const claimed = await this.#table()
      .where({ id, state: 'running' })
      .andWhere('due_at', '<=', now.getTime())
      .update({ due_at: now.getTime() + LEASE });
    return claimed === 1 ? this.get(id) : undefined;
  }

  /** Writes down how far an action is. Others may look at it after `pause`. */
  async save(action: Action, now: Date, pause = LEASE): Promise<void> {
    await this.#table()
      .where({ id: action.id })
      .update({ ...rowOf(action), due_at: now.getTime() + pause });
  }

  /** Forgets actions that ended before a moment; the running ones stay. */
  async clean(before: Date): Promise<number> {
    return this.#table().where('ended_at', '<', before.getTime()).delete();
  }

  #table() {
    return this.#knex<ActionRow>('actions');
  }
}

function rowOf(action: Action): ActionRow {
  return {
    id: action.id,
    pipeline_ref: action.pipelineRef,
    job_ref: action.jobRef,
    environment: action.environment,
    action: JSON.stringify(action.action),
    requested_by: action.by,
    steps: JSON.stringify(action.steps),
    steps_done: action.stepsDone,
    step_since: action.stepSince.getTime(),
    state: action.state,
    sentence: action.sentence ?? null,
    started_at: action.startedAt.getTime(),
    ended_at: action.endedAt?.getTime() ?? null,
    due_at: action.startedAt.getTime(),
  };
}

function actionOf(row: ActionRow): Action {
  return {
    id: row.id,
    pipelineRef: row.pipeline_ref,
    jobRef: row.job_ref,
    environment: row.environment,
    action: JSON.parse(row.action),
    by: row.requested_by,
    steps: JSON.parse(row.steps),
    stepsDone: row.steps_done,
    stepSince: new Date(Number(row.step_since)),
    state: row.state,
    sentence: row.sentence ?? undefined,
    startedAt: new Date(Number(row.started_at)),
    endedAt: row.ended_at === null ? undefined : new Date(Number(row.ended_at)),
  };
}
