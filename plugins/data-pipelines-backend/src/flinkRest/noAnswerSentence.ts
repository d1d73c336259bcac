import { NoAnswer, NoAnswerKind } from '../serviceProxy/NoAnswer';

/** What is known around a Flink that did not answer. */
export interface Circumstances {
  cluster: string;
  namespace: string;
  service: string;
  /** True where our charts made it, with a network policy around it. */
  isOurs: boolean;
  /** True where it answered before. */
  hasAnswered: boolean;
}

type Sentence = (around: Circumstances, error: NoAnswer) => string;

const SENTENCES: Record<NoAnswerKind, Sentence> = {
  forbidden: ({ cluster, namespace }) =>
    `The portal may not ask Flink in namespace ${namespace} of cluster ${cluster}; its credential needs get on services/proxy (manifests/flink.yaml)`,
  'no-service': ({ namespace, service }) =>
    `Flink cannot be asked: there is no Service ${service} with port 8081 in namespace ${namespace}`,
  'no-endpoints': ({ service }) =>
    `Flink cannot be asked: no ready pod is behind its Service ${service}`,
  refused: ({ service }) =>
    `Flink does not take connections at its Service ${service}; look at the JobManager's log`,
  silent: around =>
    around.hasAnswered
      ? `Flink does not answer in time at its Service ${around.service}; look at the JobManager's log and memory`
      : `Flink has not answered the API server at its Service ${
          around.service
        } yet; a network policy may be in the way${
          around.isOurs
            ? ": name the API server's addresses in global.networkPolicy.apiServerCidrs of the values"
            : ', which has to let the API server in at port 8081'
        }`,
  redirected: ({ service }) =>
    `What answers at Flink's Service ${service} points elsewhere, and the portal does not follow`,
  'too-large': ({ service }) =>
    `Flink's answer at its Service ${service} is larger than the portal reads`,
  'not-json': ({ service }) =>
    `What answers at Flink's Service ${service} is not Flink's REST interface`,
  error: ({ service }, { status }) =>
    `Flink answers at its Service ${service} with an error of its own (HTTP ${status}); look at the JobManager's log`,
  cluster: ({ cluster }) =>
    `Flink cannot be asked: the API server of cluster ${cluster} does not pass requests on`,
};

/** One sentence about why nothing is known of a job's checkpoints. */
export function noAnswerSentence(
  error: NoAnswer,
  around: Circumstances,
): string {
  return SENTENCES[error.kind](around, error);
}
