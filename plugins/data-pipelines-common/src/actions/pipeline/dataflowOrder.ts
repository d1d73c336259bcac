/** A job and the names of those that write what it reads. */
interface Flow {
  name: string;
  after: readonly string[];
}

/**
 * Puts who writes before who reads it. Jobs that read what the other writes
 * have no first: they come as one group, by name. What is not among the jobs
 * counts for nothing.
 */
export function writersFirst<J extends Flow>(jobs: readonly J[]): J[][] {
  const known = new Map(jobs.map(job => [job.name, job]));
  const before = new Map(jobs.map(job => [job.name, allBefore(job, known)]));
  const placed = new Set<string>();
  const groups: J[][] = [];
  const waiting = [...known.keys()].sort();
  while (placed.size < known.size) {
    for (const name of waiting) {
      if (placed.has(name)) continue;
      const circle = waiting.filter(
        other =>
          other === name ||
          (before.get(name)!.has(other) && before.get(other)!.has(name)),
      );
      const isNext = [...before.get(name)!].every(
        other => placed.has(other) || circle.includes(other),
      );
      if (!isNext) continue;
      circle.forEach(other => placed.add(other));
      groups.push(circle.map(other => known.get(other)!));
      // Who comes first by name among those that may come now.
      break;
    }
  }
  return groups;
}

function allBefore(job: Flow, known: ReadonlyMap<string, Flow>): Set<string> {
  const found = new Set<string>();
  const open = [job];
  for (let one = open.pop(); one; one = open.pop()) {
    for (const name of one.after) {
      const writer = known.get(name);
      if (!writer || found.has(name)) continue;
      found.add(name);
      open.push(writer);
    }
  }
  return found;
}
