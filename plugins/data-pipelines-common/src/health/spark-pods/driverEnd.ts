import { HealthReport } from '../../model/health';
import { ContainerStatus, Pod } from '../../resources/pod';
import { plainMessage } from '../witness';
import { exitCodeInWords } from './exitCode';

/** How a driver ended, as far as anybody tells. */
export interface DriverEnd {
  exitCode?: number;
  /** The kubelet's word, such as `OOMKilled`. */
  reason?: string;
  /** What else was said about it. */
  message?: string;
  finishedAt?: string;
}

interface Driver {
  namespace: string;
  name: string;
  /** Undefined once it is deleted. */
  pod: Pod | undefined;
}

/** How the driver ended; undefined where it has not, or nobody knows. */
export function endOfDriver(
  status: Pod['status'] | undefined,
): DriverEnd | undefined {
  const ended = driverContainer(status?.containerStatuses)?.state?.terminated;
  if (ended) return ended;
  return status?.phase === 'Failed'
    ? { reason: status.reason, message: status.message }
    : undefined;
}

/** What a failed driver means, in words, with what to do about it. */
export function driverFailure(end: DriverEnd, driver: Driver): HealthReport {
  return { ...inWords(end, driver), since: end.finishedAt };
}

function inWords(end: DriverEnd, driver: Driver): HealthReport {
  const log = logOf(driver);
  if (end.reason === 'OOMKilled') {
    return {
      health: 'Degraded',
      reason: 'DriverOutOfMemory',
      message: 'The driver used more memory than its limit and was killed',
      nextStep: `Give the driver more memory or memoryOverhead. ${log}`,
    };
  }
  if (end.exitCode === 52) {
    return {
      health: 'Degraded',
      reason: 'DriverOutOfMemory',
      message: `The driver failed with ${exitCodeInWords(52)}`,
      nextStep: `Give the driver more memory. ${log}`,
    };
  }
  if (end.reason === 'Evicted') {
    return {
      health: 'Degraded',
      reason: 'DriverEvicted',
      message: `The driver was evicted from its node${said(end.message)}`,
      nextStep: 'Check what the node ran out of, then run the job again.',
    };
  }
  if (end.exitCode === 143) {
    return {
      health: 'Degraded',
      reason: 'DriverStopped',
      message: `The driver ended with ${exitCodeInWords(143)}`,
      nextStep: 'Find out who deleted the pod, then run the job again.',
    };
  }
  const how =
    typeof end.exitCode === 'number'
      ? ` with ${exitCodeInWords(end.exitCode)}`
      : '';
  return {
    health: 'Degraded',
    reason: 'DriverFailed',
    message: `The driver failed${how}${said(end.message)}`,
    nextStep: log,
  };
}

function said(message: string | undefined): string {
  return message ? `: ${plainMessage(message)}` : '';
}

/** Where the driver's last words are: with its pod, as long as that is there. */
function logOf(driver: Driver): string {
  return driver.pod
    ? `Read its log: kubectl logs -n ${driver.namespace} ${driver.name}`
    : 'Its pod is gone: its log is where your cluster keeps logs, its events are in the Spark History Server.';
}

/** Sidecars may run beside it; Spark names its own container. */
function driverContainer(
  containers: readonly ContainerStatus[] | undefined,
): ContainerStatus | undefined {
  return (
    containers?.find(({ name }) => name === 'spark-kubernetes-driver') ??
    (containers?.length === 1 ? containers[0] : undefined)
  );
}
