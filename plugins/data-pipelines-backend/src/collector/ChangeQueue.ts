import { LoggerService } from '@backstage/backend-plugin-api';
import { ChangeListener, ObjectChange } from './ObjectChange';

/** Gathers the changes of one tick and tells every listener of them at once. */
export class ChangeQueue {
  readonly #logger: LoggerService;
  readonly #listeners = new Set<ChangeListener>();
  #waiting: ObjectChange[] = [];
  #flush: NodeJS.Immediate | undefined;

  constructor(options: { logger: LoggerService }) {
    this.#logger = options.logger;
  }

  /** @returns what ends the subscription */
  subscribe(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  push(change: ObjectChange) {
    this.#waiting.push(change);
    this.#flush ??= setImmediate(() => this.#tell());
  }

  #tell() {
    const changes = this.#waiting;
    this.#waiting = [];
    this.#flush = undefined;
    for (const listener of this.#listeners) {
      try {
        listener(changes);
      } catch (error) {
        // One that fails must not keep the others from knowing.
        this.#logger.error('A change could not be taken in', error as Error);
      }
    }
  }
}
