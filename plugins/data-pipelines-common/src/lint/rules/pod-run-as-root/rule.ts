import { containersOf } from '../../kinds/containersOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'pod-run-as-root',
  summary: 'No container runs as root.',
  why: 'A namespace where Pod Security is "restricted" refuses the pod; elsewhere who breaks out of the container is root on the node.',
  check: pipeline =>
    pipeline.pods.flatMap(pod =>
      containersOf(pod).flatMap(({ container, name, path }) => {
        const own = container.securityContext;
        const context = pod.spec.securityContext;
        const user = own?.runAsUser ?? context?.runAsUser;
        const asserted = own?.runAsNonRoot ?? context?.runAsNonRoot;
        if (user !== 0 && asserted === true) return [];
        return violation(pod.object, {
          path: `${path}.securityContext.runAsNonRoot`,
          problem:
            user === 0
              ? `the container "${name}" runs as root`
              : `the container "${name}" runs as root if its image says so`,
          remedy: 'Set runAsNonRoot to true, and runAsUser to another than 0.',
        });
      }),
    ),
};
