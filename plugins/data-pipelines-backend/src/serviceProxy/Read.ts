/**
 * One thing that may be read of an engine: an exact path and what its answer
 * means. A path that is in no table of these cannot be asked for.
 */
export interface Read<T> {
  /** `:job`, `:vertex` and `:trigger` stand for ids of 32 hex digits, `:checkpoint` for a number. */
  path: string;
  /** Part of the rule; of the request alone the names of `:metrics`. */
  query?: Readonly<Record<string, string>>;
  /** @throws Error where the answer is not what such an engine says */
  parse: (json: unknown) => T;
}

/** The reads of one engine, by name. */
export type Reads = Readonly<Record<string, Read<unknown>>>;

/** What a read tells. */
export type AnswerOf<R extends Reads, N extends keyof R> = ReturnType<
  R[N]['parse']
>;

/** What a read is about, where its path says so. */
export interface About {
  job?: string;
  vertex?: string;
  trigger?: string;
  checkpoint?: string;
  /** Names of metrics that the engine itself has listed, between commas. */
  metrics?: string;
}

const LAG = String.raw`[^,\p{C}]{1,300}\.pendingRecords`;
/** A metric that may be asked for by its name. */
export const LAG_METRIC = new RegExp(`^${LAG}$`, 'u');

const HEX: Named = [/^[0-9a-f]{32}$/, '32 hex digits'];
const IDS: Record<keyof About, Named> = {
  job: HEX,
  vertex: HEX,
  trigger: HEX,
  checkpoint: [/^[0-9]{1,18}$/, 'a number'],
  metrics: [
    new RegExp(`^${LAG}(?:,${LAG}){0,19}$`, 'u'),
    'what Flink calls pendingRecords',
  ],
};

type Named = [pattern: RegExp, words: string];

/**
 * The path of a read, behind the Service.
 *
 * @throws Error where the table has no such read, or an id is none
 */
export function readPath<R extends Reads>(
  reads: R,
  name: keyof R & string,
  about: About = {},
): string {
  if (!Object.hasOwn(reads, name)) {
    throw new Error(`${name} is nothing that may be read`);
  }
  const { path, query } = reads[name];
  const asked = Object.entries(query ?? {}).map(([key, value]) => [
    key,
    filled(value, about),
  ]);
  const text = new URLSearchParams(asked).toString();
  return filled(path, about) + (text && `?${text}`);
}

function filled(text: string, about: About): string {
  return text.replace(
    /:(job|vertex|trigger|checkpoint|metrics)/g,
    (_, part: keyof About) => {
      const id = about[part];
      const [pattern, words] = IDS[part];
      if (id === undefined || !pattern.test(id)) {
        throw new Error(`a ${part} is named by ${words}`);
      }
      return id;
    },
  );
}
