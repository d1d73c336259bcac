import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

interface Replicated {
  replicas?: number;
}

const KINDS = ['Deployment', 'StatefulSet', 'KafkaNodePool', 'KafkaConnect'];

export const rule: LintRule = {
  id: 'pod-spread',
  summary: 'Replicas are spread over nodes and zones.',
  why: 'Replicas on one node go with that node, all at once.',
  check: pipeline =>
    pipeline.pods
      .filter(({ object, spec }) => {
        const { replicas = 1 }: Replicated = object.spec ?? {};
        return (
          KINDS.includes(object.kind) &&
          replicas > 1 &&
          !spec.topologySpreadConstraints?.length &&
          !spec.affinity?.podAntiAffinity
        );
      })
      .flatMap(({ object, path }) =>
        violation(object, {
          path: `${path}.topologySpreadConstraints`,
          problem: 'its replicas may all be on one node',
          remedy:
            'Spread them over topology.kubernetes.io/zone and kubernetes.io/hostname.',
        }),
      ),
};
