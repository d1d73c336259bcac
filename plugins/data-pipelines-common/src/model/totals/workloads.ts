import {
  claimSize,
  ClaimSpec,
  PodGroup,
  podSize,
  PodSpec,
  podStorage,
} from './podSize';

/** What pods are made from. */
interface Template {
  template?: { spec?: PodSpec };
}

interface ReplicatedSpec extends Template {
  replicas?: number;
  volumeClaimTemplates?: Array<{ spec?: ClaimSpec }>;
}

interface JobSpec extends Template {
  parallelism?: number;
  suspend?: boolean;
}

interface CronJobSpec {
  jobTemplate?: { spec?: JobSpec };
  suspend?: boolean;
}

/** @param most - how many an autoscaler may make of them */
export function replicated(spec: ReplicatedSpec, most?: number): PodGroup[] {
  const { replicas = 1, template, volumeClaimTemplates = [] } = spec;
  const claims = volumeClaimTemplates.map(claim => claimSize(claim.spec));
  return [
    group(
      most ?? replicas,
      template?.spec,
      claims.reduce((a, b) => a + b, 0),
    ),
  ];
}

export function job({ parallelism = 1, suspend, template }: JobSpec) {
  return suspend ? [] : [group(parallelism, template?.spec)];
}

/** One run at a time, whatever its concurrency policy lets pile up. */
export function cronJob({ jobTemplate, suspend }: CronJobSpec): PodGroup[] {
  return suspend ? [] : job(jobTemplate?.spec ?? {});
}

export function pod(spec: PodSpec): PodGroup[] {
  return [group(1, spec)];
}

export function volumeClaim(spec: ClaimSpec): PodGroup[] {
  return [{ pods: 0, size: {}, storage: claimSize(spec) }];
}

function group(pods: number, spec: PodSpec = {}, claims = 0): PodGroup {
  return { pods, size: podSize(spec), storage: podStorage(spec) + claims };
}
