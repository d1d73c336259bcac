import { LoggerService } from '@backstage/backend-plugin-api';
import { stepSentence } from '@headworks/backstage-plugin-data-pipelines-common';
import { repeat } from '../history/recorder/repeat';
import { Action } from './Action';
import { ActionStore } from './ActionStore';
import { doStep, Hands } from './doStep';

/** Milliseconds between two looks at what an action waits for. */
const PAUSE = 1_000;
/** How long a cluster may be silent in the middle of a change. */
const SILENT_MINUTES = 5;

/**
 * Carries actions out, step by step. What is done is written down after each
 * step, so another process, or this one after a restart, goes on from there.
 */
export class ActionRunner {
  readonly #store: ActionStore;
  readonly #hands: Hands;
  readonly #logger: LoggerService;
  readonly #onProgress: (pipelineRef: string) => void;
  readonly #signal = new AbortController();

  constructor(options: {
    store: ActionStore;
    hands: Hands;
    logger: LoggerService;
    /** Gets the ref of the pipeline. */
    onProgress: (pipelineRef: string) => void;
  }) {
    this.#store = options.store;
    this.#hands = options.hands;
    this.#logger = options.logger;
    this.#onProgress = options.onProgress;
  }

  start() {
    repeat(this.#signal.signal, PAUSE, async () => {
      const due = await this.#store.due(new Date());
      await Promise.all(due.map(id => this.advance(id)));
    });
  }

  stop() {
    this.#signal.abort();
  }

  /** Does as many steps of an action as can be done now. */
  async advance(id: string): Promise<void> {
    const action = await this.#store.claim(id, new Date());
    if (!action) return;
    const { stepsDone } = action;
    try {
      while (action.state === 'running' && (await this.#next(action)));
    } catch (error) {
      this.#logger.error(`Action ${id} stays as it is for now`, error as Error);
    }
    await this.#store.save(action, new Date(), PAUSE);
    if (action.stepsDone !== stepsDone || action.state !== 'running') {
      this.#onProgress(action.pipelineRef);
    }
  }

  /** @returns whether the next step may follow at once */
  async #next(action: Action): Promise<boolean> {
    const step = action.steps[action.stepsDone];
    if (!step) {
      end(action, 'done');
      return false;
    }
    const { state, sentence } = await doStep(step, action, this.#hands);
    switch (state) {
      case 'reached':
        action.stepsDone++;
        action.stepSince = new Date();
        action.sentence = sentence ? ofJob(step, sentence) : action.sentence;
        // Nothing that was done is forgotten when this process ends here.
        await this.#store.save(action, new Date());
        return true;
      case 'failed':
        action.sentence = ofJob(step, sentence);
        end(action, 'failed');
        return false;
      default: {
        const minutes = 'minutes' in step ? step.minutes : SILENT_MINUTES;
        const waited = Date.now() - action.stepSince.getTime();
        if (waited > minutes * 60_000) {
          action.sentence = ofJob(
            step,
            `Given up after ${minutes} minutes: ${
              sentence ?? stepSentence(step)
            }`,
          );
          end(action, 'failed');
        }
        return false;
      }
    }
  }
}

/** Names the job, where an action is about several. */
function ofJob({ job }: Action['steps'][number], sentence: string): string {
  return job ? `${job}: ${sentence}` : sentence;
}

function end(action: Action, state: 'done' | 'failed') {
  action.state = state;
  action.endedAt = new Date();
}
