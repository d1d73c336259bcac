import { DriverEnd } from '../spark-pods/driverEnd';

/**
 * How the driver ended, from the operator's message, which outlives the pod:
 * `driver container failed with ExitCode: 101, Reason: Error`.
 */
export function reportedEnd(message: string | undefined): DriverEnd {
  const parts = /ExitCode: (\d+)(?:, Reason: (\w+))?/.exec(message ?? '');
  return parts
    ? { exitCode: Number(parts[1]), reason: parts[2] }
    : { message: message || undefined };
}
