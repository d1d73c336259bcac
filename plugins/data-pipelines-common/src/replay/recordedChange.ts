import { RESOURCES, ResourceId } from '../resources/kinds';
import { RawObject } from '../resources/rawObject';

/**
 * One version of an object, as a watch sent it.
 *
 * @public
 */
export interface RecordedChange {
  /** Milliseconds since the epoch. */
  at: number;
  /** The file that it is from, as the spans name it. */
  file: string;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: ResourceId;
  object: RawObject;
}

/**
 * What a file of a recording holds.
 *
 * @public
 */
export interface Recording {
  changes: RecordedChange[];
  /** Lines that could not be read: one sentence each. */
  problems: string[];
}

/**
 * Reads a recording: a line a version of an object, `{"at","type","object"}`.
 * A line that cannot be read is a problem and nothing more; objects of kinds
 * that nobody judges or looks at are left out.
 *
 * @param file - its name, for spans and problems
 * @public
 */
export function readRecording(file: string, text: string): Recording {
  const changes: RecordedChange[] = [];
  const problems: string[] = [];
  text.split('\n').forEach((line, index) => {
    if (!line.trim()) return;
    const read = readLine(file, line);
    if (typeof read === 'string') {
      problems.push(`${file}:${index + 1}: ${read}; the line is left out`);
    } else if (read) {
      changes.push(read);
    }
  });
  return { changes, problems };
}

type Loose = Readonly<Record<string, unknown>>;

/** @returns a change, what is wrong with the line, or nothing of interest */
function readLine(
  file: string,
  line: string,
): RecordedChange | string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return 'it is no JSON';
  }
  if (!isRecord(parsed)) return 'it is no JSON object';
  const { type, object } = parsed;
  if (type === 'BOOKMARK') return undefined;
  if (type !== 'ADDED' && type !== 'MODIFIED' && type !== 'DELETED') {
    return 'type is none of ADDED, MODIFIED and DELETED';
  }
  const at = typeof parsed.at === 'string' ? Date.parse(parsed.at) : NaN;
  if (Number.isNaN(at)) return 'at is no time';
  if (!isRecord(object) || !isRecord(object.metadata)) {
    return 'object has no metadata';
  }
  if (typeof object.metadata.name !== 'string') return 'object has no name';
  const resource = resourceOf(object);
  return (
    resource && {
      at,
      file,
      type,
      resource,
      object: object as unknown as RawObject,
    }
  );
}

function resourceOf({ apiVersion, kind }: Loose): ResourceId | undefined {
  const version = typeof apiVersion === 'string' ? apiVersion : '';
  const group = version.includes('/') ? version.split('/')[0] : '';
  return (Object.keys(RESOURCES) as ResourceId[]).find(
    id => RESOURCES[id].kind === kind && RESOURCES[id].group === group,
  );
}

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
