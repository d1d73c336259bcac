import { HistoryEntry } from '@headworks/backstage-plugin-data-pipelines-common';

/** The newest of several entries in a row that are alike, and those before it. */
export interface FoldedEntry {
  newest: HistoryEntry;
  /** Newest first. */
  alike: HistoryEntry[];
}

/** Folds what happened again and again, so that it hides nothing else. */
export function foldEntries(entries: readonly HistoryEntry[]): FoldedEntry[] {
  const folded: FoldedEntry[] = [];
  for (const entry of entries) {
    const last = folded.at(-1);
    if (last && keyOf(last.newest) === keyOf(entry)) last.alike.push(entry);
    else folded.push({ newest: entry, alike: [] });
  }
  return folded;
}

function keyOf(entry: HistoryEntry): string {
  const { kind, environment, cluster, object } = entry;
  return JSON.stringify([kind, environment, cluster, object, likeness(entry)]);
}

/** What must be the same beside place and kind; an upgrade is like no other. */
function likeness(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'transition':
      return `${entry.to} ${entry.reason}`;
    case 'run':
      return entry.state;
    case 'restart':
      return entry.what;
    case 'snapshot':
      return `${entry.origin} ${entry.state}`;
    case 'event':
      return `${entry.about} ${entry.reason}`;
    case 'upgrade':
      return entry.id;
    default: {
      const never: never = entry;
      return never;
    }
  }
}
