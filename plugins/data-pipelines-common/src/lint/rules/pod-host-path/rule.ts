import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'pod-host-path',
  summary: 'No pod mounts a folder of its node.',
  why: 'What the pod wrote stays behind when it moves to another node, and who can write to the node through it can take it over.',
  check: pipeline =>
    pipeline.pods.flatMap(({ object, path, spec }) =>
      (spec.volumes ?? [])
        .filter(({ hostPath }) => hostPath)
        .flatMap(({ name = '', hostPath }) =>
          violation(object, {
            path: `${path}.volumes.${name}`,
            problem: `the volume "${name}" is the folder ${
              hostPath?.path ?? '/'
            } of the node`,
            remedy:
              'Use emptyDir for what may be lost, and a persistent volume for the rest.',
          }),
        ),
    ),
};
