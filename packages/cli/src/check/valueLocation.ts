import { isMap, isScalar, isSeq, LineCounter, Pair, parseDocument } from 'yaml';

/** A values file of the repository. */
export interface ValuesFile {
  path: string;
  content: string;
}

/** A place in a file, from 1. */
export interface Location {
  file: string;
  line: number;
}

/**
 * Where a value stands: in the first file that has it, else where the nearest
 * value around it stands.
 *
 * @param value - such as `kafka.topics.web.clicks.partitions`; names may hold dots
 * @param files - the environment's own file first
 */
export function locateValue(value: string, files: ValuesFile[]): Location {
  const found = files.map(file => ({ file, ...deepest(value, parsed(file)) }));
  const best = found.reduce((a, b) => (b.depth > a.depth ? b : a));
  return { file: best.file.path, line: best.line };
}

interface Parsed {
  contents: unknown;
  lines: LineCounter;
}

/** Many findings ask for the same few files. */
const known = new WeakMap<ValuesFile, Parsed>();

function parsed(file: ValuesFile): Parsed {
  const before = known.get(file);
  if (before) return before;
  const lines = new LineCounter();
  const { contents } = parseDocument(file.content, { lineCounter: lines });
  known.set(file, { contents, lines });
  return { contents, lines };
}

function deepest(value: string, { contents, lines }: Parsed) {
  let [rest, node, depth, offset] = [value, contents, 0, 0];
  while (rest !== '') {
    const step = stepInto(node, rest);
    if (!step) break;
    depth += rest.length - step.rest.length;
    ({ rest, node, offset } = step);
  }
  return { depth, line: Math.max(1, lines.linePos(offset).line) };
}

function stepInto(node: unknown, rest: string) {
  if (isMap(node)) {
    const keys = node.items
      .map(pair => ({ pair: pair as Pair, key: keyOf(pair as Pair) }))
      .filter(({ key }) => key !== '' && begins(rest, key))
      .sort((a, b) => b.key.length - a.key.length);
    if (keys.length === 0) return undefined;
    const [{ pair, key }] = keys;
    return {
      node: pair.value,
      rest: after(rest, key),
      offset: rangeOf(pair.key),
    };
  }
  if (isSeq(node)) {
    const index = /^\[?(\d+)\]?/.exec(rest);
    const item = index && node.items[Number(index[1])];
    if (!index || !item) return undefined;
    return { node: item, rest: after(rest, index[0]), offset: rangeOf(item) };
  }
  return undefined;
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? `${key.value}` : '';
}

function begins(rest: string, key: string): boolean {
  return rest.startsWith(key) && /^($|[.[])/.test(rest.slice(key.length));
}

function after(rest: string, key: string): string {
  return rest.slice(key.length).replace(/^\./, '');
}

function rangeOf(node: unknown): number {
  const { range } = node as { range?: [number, number, number] | null };
  return range?.[0] ?? 0;
}
