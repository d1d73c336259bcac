import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { PIPELINES_CHANNEL } from '@headworks/backstage-plugin-data-pipelines-common';

/** A view is told of at most this often, in milliseconds. */
const BATCH = 150;

/** Tells browsers which pipelines changed: refs and a version, never content. */
export class SignalPublisher {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #changed = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #version = 0;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** @param listener - called just before browsers are told */
  subscribe(listener: () => void) {
    this.#listeners.add(listener);
  }

  /** @param refs - entity refs of pipelines; `*` for all */
  changed(refs: Iterable<string>) {
    for (const ref of refs) this.#changed.add(ref);
    this.#timer ??= setTimeout(() => this.#publish(), BATCH);
  }

  async #publish() {
    const refs = [...this.#changed];
    this.#changed.clear();
    this.#timer = undefined;
    for (const tell of this.#listeners) tell();
    try {
      await this.#signals.publish({
        recipients: { type: 'broadcast' },
        channel: PIPELINES_CHANNEL,
        message: { refs, version: ++this.#version },
      });
    } catch (error) {
      // Browsers fall back to asking now and then.
      this.#logger.warn(`Browsers could not be told of a change: ${error}`);
    }
  }
}
