/** A way that cut a watch is tried again after this time. */
const CUTS_FOR = 10 * 60_000;

/** What is known of the network between the portal and one cluster. */
export class Way {
  /** True while something on it keeps an answer back until it is complete. */
  holdsBack = false;
  #cutAt: number | undefined;

  /** True where something on it ended a watch lately, without a word. */
  get cuts(): boolean {
    return this.#cutAt !== undefined && Date.now() - this.#cutAt < CUTS_FOR;
  }

  wasCut() {
    this.#cutAt = Date.now();
  }
}
