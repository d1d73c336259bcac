/** Longer texts are cut: a stack trace's first lines say what there is to say. */
const LONGEST_TEXT = 4_000;
const SHORTEST_TEXT = 80;
const MOST_ITEMS = 200;
const MOST_KEYS = 1_000;
const DEEPEST = 12;

/** How much of a status is kept: characters that are left. */
export interface Room {
  left: number;
}

/** Of one object: enough for anything that is shown of it. */
export function newRoom(): Room {
  return { left: 32_000 };
}

/**
 * The same value with its bulk cut off, sharing no memory with it: a status
 * may be 900 kB, and a slice of a text would keep all of it alive.
 */
export function trimmed(value: unknown, room: Room, depth = 0): unknown {
  if (typeof value === 'string') return trimmedText(value, room);
  room.left -= 8;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (depth === DEEPEST) return undefined;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value.slice(0, MOST_ITEMS)) {
      if (room.left <= 0) break;
      items.push(trimmed(item, room, depth + 1));
    }
    return items;
  }
  const entries: Array<[string, unknown]> = [];
  for (const [key, item] of Object.entries(value).slice(0, MOST_KEYS)) {
    if (room.left <= 0) break;
    entries.push([key, trimmed(item, room, depth + 1)]);
  }
  return Object.fromEntries(entries);
}

function trimmedText(text: string, room: Room): string {
  const longest = Math.max(SHORTEST_TEXT, Math.min(LONGEST_TEXT, room.left));
  room.left -= Math.min(text.length, longest);
  return text.length > longest ? copyOf(`${text.slice(0, longest)}…`) : text;
}

function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
