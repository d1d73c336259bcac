/** Prints one figure as a line of JSON. */
export function figure(
  name: string,
  value: number,
  unit: string,
  target: string,
  baseline: number,
) {
  const round = (number: number) => Math.round(number * 100) / 100;
  process.stdout.write(
    `${JSON.stringify({
      name,
      value: round(value),
      unit,
      target,
      baseline: round(baseline),
    })}\n`,
  );
}

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

export function median(times: number[]): number {
  return percentile(times, 50);
}

/** The time that so many of a hundred do not exceed. */
export function percentile(times: number[], percent: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1];
}

/** Runs a benchmark as a program. */
export function run(bench: () => Promise<void>) {
  bench().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
