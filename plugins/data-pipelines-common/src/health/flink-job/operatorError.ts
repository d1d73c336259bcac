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
  const { type, message } = parsed(String(error));
  return {
    message: plainMessage(message) || 'no reason given',
    refused: /ValidationException/.test(type ?? ''),
  };
}

function parsed(error: string): { type?: string; message?: string } {
  try {
    const { type, message } = JSON.parse(error) as {
      type?: unknown;
      message?: unknown;
    };
    return {
      type: typeof type === 'string' ? type : undefined,
      message: typeof message === 'string' ? message : error,
    };
  } catch {
    return { message: error };
  }
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
