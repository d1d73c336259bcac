import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ActionOrder,
  ActionPlan,
  ActionPreview,
  ActionQuestion,
  ActionView,
  kubectlOf,
  planJobAction,
  valuesOfAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterSilent, LiveReader } from '../drift/LiveReader';
import { Shared } from '../drift/Shared';
import { JobAt } from '../service/jobAt';
import { Action } from './Action';
import { actionView } from './actionView';
import { ActionRunner } from './ActionRunner';
import { ActionStore } from './ActionStore';
import { actionId, fingerprintOf } from './hashes';
import { jobMoment, requireActionable } from './jobMoment';
import { LiveObject, readLive } from './liveObject';
import { unacknowledged } from './unacknowledged';
import { WriteAccess } from './WriteAccess';

const MOST = 50;

/** Who asks, and for which job. */
export interface Asked {
  at: JobAt;
  /** Entity ref of the user. */
  user: string;
}

/** Plans actions, and has them done as they were planned. */
export class ActionService {
  readonly #reader: LiveReader;
  readonly #write: WriteAccess;
  readonly #store: ActionStore;
  readonly #runner: ActionRunner;
  /** Who looks at one job at the same moment is told the same. */
  readonly #reads = new Shared<LiveObject>({ milliseconds: 0 });

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
    asked: Asked,
    question: ActionQuestion,
  ): Promise<ActionPreview> {
    const id = actionId(asked, question);
    const moment = jobMoment(asked, id, await this.#live(asked.at));
    const planned = planJobAction(question.action, moment);
    const readOnly = this.#write.refusal(asked.at.environment.cluster);
    const plan: ActionPlan =
      readOnly && !planned.refusal
        ? {
            ...planned,
            refusal: {
              sentence: readOnly,
              remedy: 'Use the command below, with your own rights.',
            },
          }
        : planned;
    return {
      plan,
      commands: kubectlOf(plan.steps),
      values: valuesOfAction(question.action, asked.at.job.name, moment),
      fingerprint: fingerprintOf(plan),
    };
  }

  /**
   * Begins an action and does what can be done at once. The same order twice is
   * one action.
   *
   * @throws ConflictError where the plan is not the one that was seen, is
   * refused, or needs somebody to say that they know what it does
   */
  async order(asked: Asked, order: ActionOrder): Promise<ActionView> {
    const id = actionId(asked, order);
    const known = await this.#store.get(id);
    if (known) return actionView(sameAs(known, order));
    await this.#requireFree(asked.at, order);
    const { plan, fingerprint } = await this.preview(asked, order);
    if (plan.refusal) {
      throw new ConflictError(
        `${plan.refusal.sentence} ${plan.refusal.remedy}`,
      );
    }
    if (fingerprint !== order.fingerprint) {
      throw new ConflictError(
        `Something changed since you looked; nothing was done. Now: ${[
          ...plan.effects,
          ...plan.traps.map(({ sentence }) => sentence),
        ].join(' ')}`,
      );
    }
    const missing = unacknowledged(plan, order.acknowledged);
    if (missing.length > 0) {
      throw new InputError(
        `acknowledged: say that you know ${missing
          .map(trap => `"${trap.id}": ${trap.sentence}`)
          .join(' ')}`,
      );
    }
    const now = new Date();
    await this.#store.add({
      id,
      pipelineRef: asked.at.pipelineRef,
      jobRef: asked.at.job.entityRef,
      environment: order.environment,
      action: order.action,
      by: asked.user,
      steps: plan.steps,
      stepsDone: 0,
      stepSince: now,
      state: 'running',
      startedAt: now,
    });
    await this.#runner.advance(id);
    return actionView((await this.#store.get(id))!);
  }

  async ofJob(jobRef: string): Promise<ActionView[]> {
    return (await this.#store.ofJob(jobRef, MOST)).map(actionView);
  }

  async #live({ job, environment }: JobAt) {
    const { object } = job;
    if (!object) {
      throw new ConflictError(
        `The job is not installed in ${environment.name}. Install its chart there first.`,
      );
    }
    requireActionable(object);
    try {
      return await this.#reads.get(JSON.stringify(object), () =>
        readLive(this.#reader, object),
      );
    } catch (error) {
      if (!(error instanceof ClusterSilent)) throw error;
      throw new ServiceUnavailableError(
        `${error.message}. Nothing can be done until it answers.`,
      );
    }
  }

  /** One change at a time; savepoints are taken beside it. */
  async #requireFree({ job }: JobAt, { action, environment }: ActionOrder) {
    if (action.action === 'savepoint') return;
    const busy = (await this.#store.ofJob(job.entityRef, MOST)).find(
      other =>
        other.state === 'running' &&
        other.environment === environment &&
        other.action.action !== 'savepoint',
    );
    if (busy) {
      throw new ConflictError(
        `${busy.by} asked for ${busy.action.action} a moment ago, and it is not done yet. Wait until it is.`,
      );
    }
  }
}

function sameAs(known: Action, order: ActionOrder): Action {
  if (JSON.stringify(known.action) !== JSON.stringify(order.action)) {
    throw new InputError(
      'key: it belongs to another action; send a new one for each action',
    );
  }
  return known;
}
