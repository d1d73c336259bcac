const DAY = 24 * 60;

/**
 * Minutes between two runs of a schedule where they are closest, within a day
 * on which it runs; undefined for a schedule that this cannot read.
 */
export function shortestGap(cron: string | undefined): number | undefined {
  const fields = (cron ?? '').trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const minutes = valuesOf(fields[0], 60);
  const hours = valuesOf(fields[1], 24);
  if (!minutes || !hours) return undefined;
  const times = hours.flatMap(hour =>
    minutes.map(minute => hour * 60 + minute),
  );
  return times.reduce((least, time, index) => {
    const next = times[index + 1] ?? times[0] + DAY;
    return Math.min(least, next - time);
  }, DAY);
}

/** The hours at which a schedule runs; undefined for one that this cannot read. */
export function hoursOf(cron: string | undefined): number[] | undefined {
  const fields = (cron ?? '').trim().split(/\s+/);
  return fields.length === 5 ? valuesOf(fields[1], 24) : undefined;
}

function valuesOf(field: string, end: number): number[] | undefined {
  const found = new Set<number>();
  for (const item of field.split(',')) {
    const parts = /^(\*|\?|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item);
    if (!parts) return undefined;
    const [, , from, to, step] = parts;
    const first = Number(from ?? 0);
    const single = from !== undefined && to === undefined && step === undefined;
    const last = single ? first : Number(to ?? end - 1);
    const by = Number(step ?? 1);
    if (by < 1 || last >= end) return undefined;
    for (let value = first; value <= last; value += by) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}
