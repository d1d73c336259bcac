import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ActionOrder,
  ActionPreview,
  ActionView,
  kubectlOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterSilent, LiveReader } from '../drift/LiveReader';
import { Shared } from '../drift/Shared';
import { actionView } from './actionView';
import { ActionRunner } from './ActionRunner';
import { ActionStore } from './ActionStore';
import { actionId, fingerprintOf } from './hashes';
import { LiveObject, readLive } from './liveObject';
import { requireFree } from './requireFree';
import { sameAs } from './sameAs';
import { Subject } from './Subject';
import { unacknowledged } from './unacknowledged';
import { WriteAccess } from './WriteAccess';

const MOST = 50;

type Key = Pick<ActionOrder, 'key'>;
/** What an order says beside its subject. */
type Order = Pick<ActionOrder, 'key' | 'fingerprint' | 'acknowledged'>;

/** Plans actions, and has them done as they were planned. */
export class ActionService {
  readonly #reader: LiveReader;
  readonly #write: WriteAccess;
  readonly #store: ActionStore;
  readonly #runner: ActionRunner;
  /** Who looks at one object at the same moment is told the same. */
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

  async preview(subject: Subject, key: Key): Promise<ActionPreview> {
    const id = actionId(subject, key);
    const live = await this.#live(subject);
    const { plan: planned, values } = subject.plan(id, live);
    const plan = this.#write.refuse(planned, planned.target.cluster);
    return {
      plan,
      commands: kubectlOf(plan.steps),
      values,
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
  async order(subject: Subject, order: Order): Promise<ActionView> {
    const id = actionId(subject, order);
    const known = await this.#store.get(id);
    if (known) return actionView(sameAs(known, subject.action));
    await requireFree(this.#store, subject.refs, subject.waitsFor);
    const { plan, fingerprint } = await this.preview(subject, order);
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
      pipelineRef: subject.pipelineRef,
      jobRef: subject.ref,
      environment: subject.environment.name,
      action: subject.action,
      by: subject.user,
      steps: plan.steps,
      stepsDone: 0,
      stepSince: now,
      state: 'running',
      startedAt: now,
    });
    await this.#runner.advance(id);
    return actionView((await this.#store.get(id))!);
  }

  /** The newest of what was done to any of these subjects, newest first. */
  async of(refs: readonly string[]): Promise<ActionView[]> {
    return (await this.#store.of(refs, MOST)).map(actionView);
  }

  async #live(subject: Subject) {
    const object = subject.object();
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
}
