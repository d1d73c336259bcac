/**
 * Says what is going on: one line when a step begins, one with its time when
 * it ends, and in between what the step reports.
 */
export class Steps {
  readonly #began = Date.now();

  /** Runs a step and prints its time. The error of a failed step passes through. */
  async run<T>(
    title: string,
    body: (report: (line: string) => void) => Promise<T>,
  ): Promise<T> {
    const began = Date.now();
    this.say(`… ${title}`);
    const result = await body(line => this.say(`  ${title}: ${line}`));
    this.say(`✔ ${title} (${seconds(began)})`);
    return result;
  }

  say(line: string) {
    process.stdout.write(`${line}\n`);
  }

  total() {
    return seconds(this.#began);
  }
}

function seconds(since: number) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
