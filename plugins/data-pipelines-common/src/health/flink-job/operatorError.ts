import { plainMessage } from '../witness/plainMessage';

/** What `status.error` holds. */
export interface OperatorError {
  /** For people. */
  message: string;
  /** True where the operator refused the specification. */
  refused: boolean;
}

/**
 * The sentence inside `status.error`, which is JSON of a Java exception, or in
 * older operators text.
 *
 * @returns undefined where there is no error
 */
export function operatorError(
  error: string | undefined,
): OperatorError | undefined {
  if (!error) return undefined;
  const { type, message, cause } = parsed(String(error));
  return {
    message: withCause(plainMessage(message), plainMessage(cause)),
    refused: /ValidationException/.test(type ?? ''),
  };
}

/** Of a savepoint that fails while a job is stopped, the message is "Savepoint Error". */
function withCause(message: string, cause: string): string {
  if (!cause || message.includes(cause)) return message || 'no reason given';
  return message ? `${message}: ${cause}` : cause;
}

interface Parsed {
  type?: string;
  message?: string;
  cause?: string;
}

function parsed(error: string): Parsed {
  try {
    const { type, message, throwableList } = JSON.parse(error) as Record<
      string,
      unknown
    >;
    return {
      type: textOf(type),
      message: textOf(message) ?? error,
      cause: messagesIn(throwableList).at(-1),
    };
  } catch {
    return { message: error };
  }
}

/** From the first cause to the last that the operator writes down. */
function messagesIn(throwables: unknown): string[] {
  if (!Array.isArray(throwables)) return [];
  return throwables.flatMap(one => textOf(one?.message) ?? []);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * True for an error of an ordinary upgrade: the new JobManager mounts its
 * configuration a moment before the operator has written it. Seen with
 * operator 1.15.0 for about 15 s; it stays in `status.error` until the job runs.
 */
export function isUpgradeRace({ message }: OperatorError): boolean {
  return (
    message.includes('MountVolume.SetUp failed') &&
    /configmap ".*" not found/.test(message)
  );
}

/** Adds the operator's sentence to ours. */
export function withError<R extends { message: string }>(
  report: R,
  error: OperatorError | undefined,
): R {
  return error
    ? { ...report, message: `${report.message}: ${error.message}` }
    : report;
}
