/**
 * One thing that may be read of an engine: an exact path and what its answer
 * means. A path that is in no table of these cannot be asked for.
 */
export interface Read<T> {
  /** `:job` stands for the id of a job, 32 hex digits. */
  path: string;
  /** Part of the rule, never of the request. */
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

const JOB_ID = /^[0-9a-f]{32}$/;

/**
 * The path of a read, behind the Service.
 *
 * @throws Error where the table has no such read, or the job's id is none
 */
export function readPath<R extends Reads>(
  reads: R,
  name: keyof R & string,
  job?: string,
): string {
  if (!Object.hasOwn(reads, name)) {
    throw new Error(`${name} is nothing that may be read`);
  }
  const { path, query } = reads[name];
  if (path.includes(':job') && !JOB_ID.test(job ?? '')) {
    throw new Error('a job is named by 32 hex digits');
  }
  const text = new URLSearchParams(query).toString();
  return path.replace(':job', job ?? '') + (text && `?${text}`);
}
