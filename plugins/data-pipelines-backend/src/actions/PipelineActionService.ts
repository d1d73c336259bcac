import { ConflictError, InputError } from '@backstage/errors';
import {
  ActionView,
  kubectlOf,
  PipelineActionOrder,
  PipelineActionPlan,
  PipelineActionPreview,
  PipelineActionQuestion,
  planPipelineAction,
  stepsOfPlan,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { LiveReader } from '../drift/LiveReader';
import { PipelineAt } from '../service/pipelineAt';
import { actionView } from './actionView';
import { ActionRunner } from './ActionRunner';
import { ActionStore } from './ActionStore';
import { flowJobs } from './flowJobs';
import { actionId, fingerprintOf } from './hashes';
import { requireFree } from './requireFree';
import { sameAs } from './sameAs';
import { unacknowledged } from './unacknowledged';
import { WriteAccess } from './WriteAccess';

const MOST = 50;

/** Who asks, and for which pipeline. */
export interface PipelineAsked {
  at: PipelineAt;
  /** Entity ref of the user. */
  user: string;
}

/**
 * Plans actions on all jobs of a pipeline, and has them done one after the
 * other. Such an action is one list of steps: what carries out those of a job
 * carries out these, stops at the first that fails, and goes on after a restart.
 */
export class PipelineActionService {
  readonly #reader: LiveReader;
  readonly #write: WriteAccess;
  readonly #store: ActionStore;
  readonly #runner: ActionRunner;

  constructor(options: {
    reader: LiveReader;
    write: WriteAccess;
    store: ActionStore;
    runner: ActionRunner;
  }) {
    this.#reader = options.reader;
    this.#write = options.write;
    this.#store = options.store;
    this.#runner = options.runner;
  }

  async preview(
    { at, user }: PipelineAsked,
    question: PipelineActionQuestion,
  ): Promise<PipelineActionPreview> {
    const id = idOf({ at, user }, question);
    const jobs = await flowJobs(at, user, id, this.#reader);
    const plan = this.#write.refuse(
      planPipelineAction(question.action, jobs),
      at.environment.cluster,
    );
    return {
      plan,
      commands: kubectlOf(stepsOfPlan(plan)),
      fingerprint: fingerprintOf(plan),
    };
  }

  /**
   * Begins an action. The same order twice is one action; another one of the
   * same kind passes over what is done, and goes on from there.
   *
   * @throws ConflictError where the plan is not the one that was seen, is
   * refused, or one of the jobs is being changed
   * @throws InputError where somebody has to say to know what it does
   */
  async order(
    asked: PipelineAsked,
    order: PipelineActionOrder,
  ): Promise<ActionView> {
    const { pipelineRef, environment, jobs } = asked.at;
    const id = idOf(asked, order);
    const known = await this.#store.get(id);
    if (known) return actionView(sameAs(known, order.action));
    // Savepoints are taken beside it.
    await requireFree(
      this.#store,
      [pipelineRef, ...jobs.map(({ at }) => at.job.entityRef)],
      other =>
        other.environment === environment.name &&
        other.action.action !== 'savepoint',
    );
    const { plan, fingerprint } = await this.preview(asked, order);
    requireAsSeen(plan, fingerprint, order);
    const now = new Date();
    await this.#store.add({
      id,
      pipelineRef,
      jobRef: pipelineRef,
      environment: order.environment,
      action: order.action,
      by: asked.user,
      steps: stepsOfPlan(plan),
      stepsDone: 0,
      stepSince: now,
      state: 'running',
      startedAt: now,
    });
    await this.#runner.advance(id);
    return actionView((await this.#store.get(id))!);
  }

  /** Newest first. */
  async ofPipeline(pipelineRef: string): Promise<ActionView[]> {
    return (await this.#store.of([pipelineRef], MOST)).map(actionView);
  }
}

function idOf({ at, user }: PipelineAsked, key: { key: string }): string {
  const { pipelineRef, environment } = at;
  return actionId({ user, ref: pipelineRef, environment }, key);
}

function requireAsSeen(
  plan: PipelineActionPlan,
  fingerprint: string,
  order: PipelineActionOrder,
) {
  const { refusal, turns } = plan;
  if (refusal) {
    throw new ConflictError(`${refusal.sentence} ${refusal.remedy}`);
  }
  if (fingerprint !== order.fingerprint) {
    throw new ConflictError(
      'One of the jobs changed since you looked; nothing was done. Look at it again.',
    );
  }
  const missing = turns.flatMap(({ job, plan: its }) =>
    (its ? unacknowledged(its, knownOf(job, order)) : []).map(
      ({ id, sentence }) => `"${job}/${id}": ${sentence}`,
    ),
  );
  if (missing.length > 0) {
    throw new InputError(
      `acknowledged: say that you know ${missing.join(' ')}`,
    );
  }
}

function knownOf(job: string, { acknowledged }: PipelineActionOrder) {
  return acknowledged
    .filter(one => one.startsWith(`${job}/`))
    .map(one => one.slice(job.length + 1));
}
