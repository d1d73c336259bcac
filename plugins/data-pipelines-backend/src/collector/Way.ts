/** A way that cut a watch is tried again after this time. */
const CUTS_FOR = 10 * 60_000;

const SUSPECT_FOR = 60_000;

/** What is known of the network between the portal and one cluster. */
export class Way {
  /** True while something on it keeps an answer back until it is complete. */
  holdsBack = false;
  readonly #onCuts: () => void;
  #cutAt: number | undefined;
  #suspectAt = 0;

  /** @param onCuts - called when it is found out that the way cuts watches */
  constructor(onCuts: () => void = () => {}) {
    this.#onCuts = onCuts;
  }

  /** True where something on it ended a watch lately, without a word. */
  get cuts(): boolean {
    return this.#cutAt !== undefined && Date.now() - this.#cutAt < CUTS_FOR;
  }

  /** One watch may be cut for a reason of its own. */
  wasCut() {
    const now = Date.now();
    const isSecond = now - this.#suspectAt < SUSPECT_FOR;
    this.#suspectAt = now;
    if (!isSecond) return;
    const isKnown = this.cuts;
    this.#cutAt = now;
    if (!isKnown) this.#onCuts();
  }
}
