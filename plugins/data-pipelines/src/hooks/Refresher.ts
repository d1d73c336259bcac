/**
 * However fast changes come, from one question to the next it is so long (ms):
 * what changes just after one was asked is on screen well within a second.
 */
const PACE = 500;

/**
 * Decides when to load again: at once, but never twice at a time, at most twice
 * a second, never without a rest as long as the last answer took, and never
 * while nobody looks.
 */
export class Refresher {
  readonly #load: () => Promise<void>;
  readonly #visible: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due: number | undefined;
  #restUntil = 0;
  #running = false;
  #stopped = false;

  constructor(options: {
    /** Must not reject. */
    load: () => Promise<void>;
    visible: () => boolean;
  }) {
    this.#load = options.load;
    this.#visible = options.visible;
  }

  /**
   * What is asked for while an answer is under way is asked again after it:
   * that answer may be too old.
   *
   * @param within - milliseconds that it may take to begin
   */
  ask(within = 0) {
    this.#due = Math.min(this.#due ?? Infinity, Date.now() + within);
    this.arm();
  }

  /** Call it when somebody looks again. */
  arm() {
    clearTimeout(this.#timer);
    if (this.#stopped || this.#running || this.#due === undefined) return;
    if (!this.#visible()) return;
    this.#timer = setTimeout(
      () => this.#run(),
      Math.max(this.#due, this.#restUntil) - Date.now(),
    );
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #run() {
    const begun = Date.now();
    this.#due = undefined;
    this.#running = true;
    await this.#load();
    this.#running = false;
    const now = Date.now();
    this.#restUntil = Math.max(begun + PACE, now + (now - begun));
    this.arm();
  }
}
