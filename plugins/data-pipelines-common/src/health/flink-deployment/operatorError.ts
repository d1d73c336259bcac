/**
 * The sentence inside `status.error`, which is JSON of a Java exception.
 *
 * @returns undefined where there is no error
 */
export function operatorError(error: string | undefined): string | undefined {
  if (!error) {
    return undefined;
  }
  try {
    const { message } = JSON.parse(error) as { message?: string };
    return message ?? error.slice(0, 300);
  } catch {
    return error.slice(0, 300);
  }
}

/**
 * True for an error of an ordinary upgrade: the new JobManager mounts its
 * configuration a moment before the operator has written it. Seen with
 * operator 1.15.0 for about 15 s; it stays in `status.error` until the job runs.
 */
export function isUpgradeRace(message: string): boolean {
  return (
    message.includes('MountVolume.SetUp failed') &&
    /configmap ".*" not found/.test(message)
  );
}
