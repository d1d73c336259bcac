import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import { known } from '../known';
import { plainMessage } from './plainMessage';

const BY_REASON: Readonly<Record<string, string | undefined>> = {
  Evicted: 'Ask for the memory and disk that it needs, or free its node.',
  Preempting: 'Give the job a higher priority, or add nodes.',
  NodeShutdown: 'Nothing, if another pod takes its place.',
  NodeAffinity: 'Correct the node selector, or label a node.',
  UnexpectedAdmissionError: 'Look at its node: it refuses the pod.',
};

/** Why a pod ended that should not have; one that never starts again. */
export function failedPod(pod: Pod): HealthReport | undefined {
  const { metadata, status } = pod;
  if (status?.phase !== 'Failed') return undefined;
  const ended = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ].find(({ state }) => state?.terminated?.exitCode);
  const end = ended?.state?.terminated;
  if (end?.reason === 'OOMKilled') {
    return {
      health: 'Degraded',
      reason: 'OOMKilled',
      message: `Pod ${metadata.name} needed more memory than its limit and was killed`,
      nextStep: 'Give it more memory in the values, then upgrade the release.',
      since: end.finishedAt,
    };
  }
  const why = plainMessage(status.message || end?.message);
  return {
    health: 'Degraded',
    reason: status.reason === 'Evicted' ? 'Evicted' : 'PodFailed',
    message: `Pod ${metadata.name} ${
      status.reason === 'Evicted' ? 'was evicted from its node' : 'has failed'
    }${why || !end ? '' : ` with exit code ${end.exitCode}`}${
      why ? `: ${why}` : ''
    }`,
    nextStep:
      known(BY_REASON, status.reason) ??
      `Read its log: kubectl logs ${metadata.name}.`,
    since: end?.finishedAt,
  };
}
