import { ConflictError, ServiceUnavailableError } from '@backstage/errors';

interface Waiting {
  owner?: string;
  begin(): void;
  giveUp(reason: unknown): void;
}

/**
 * Lets so much work run at once; the rest waits its turn. Somebody's newer work
 * takes the place of what they still wait for.
 */
export class PreviewQueue {
  readonly #atOnce: number;
  readonly #longest: number;
  readonly #waiting: Waiting[] = [];
  #running = 0;

  /** @param options - `longest`: more than so many do not wait but are refused */
  constructor(options: { atOnce: number; longest?: number }) {
    this.#atOnce = options.atOnce;
    this.#longest = options.longest ?? 50;
  }

  /**
   * @param options - `owner`: whose older work this replaces; nobody's where it is open
   * @throws ConflictError where newer work of the same owner came
   * @throws ServiceUnavailableError where too much waits already
   */
  async run<T>(
    options: { owner?: string; signal: AbortSignal },
    work: () => Promise<T>,
  ): Promise<T> {
    await this.#turn(options.owner, options.signal);
    try {
      return await work();
    } finally {
      this.#running--;
      this.#waiting.shift()?.begin();
    }
  }

  async #turn(owner: string | undefined, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#running < this.#atOnce) {
      this.#running++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const one: Waiting = {
        owner,
        begin: () => {
          this.#running++;
          resolve();
        },
        giveUp: reject,
      };
      this.#add(one);
      signal.addEventListener('abort', () => {
        const at = this.#waiting.indexOf(one);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal.reason);
      });
    });
  }

  #add(one: Waiting) {
    const at = this.#waiting.findIndex(
      ({ owner }) => owner !== undefined && owner === one.owner,
    );
    if (at >= 0) {
      const [older] = this.#waiting.splice(at, 1, one);
      older.giveUp(
        new ConflictError('A newer preview took the place of this one'),
      );
      return;
    }
    if (this.#waiting.length >= this.#longest) {
      one.giveUp(
        new ServiceUnavailableError(
          `${this.#longest} previews wait already; try again in a moment`,
        ),
      );
      return;
    }
    this.#waiting.push(one);
  }
}
