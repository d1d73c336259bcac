import { containersOf } from '../../kinds/containersOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'container-privilege-escalation',
  summary: 'No program in a container can get more rights than it began with.',
  why: 'A namespace where Pod Security is "restricted" refuses the pod; elsewhere a flaw in a setuid program is enough to become root.',
  check: pipeline =>
    pipeline.pods
      .flatMap(containersOf)
      .filter(
        ({ container }) =>
          container.securityContext?.allowPrivilegeEscalation !== false,
      )
      .flatMap(({ pod, name, path }) =>
        violation(pod.object, {
          path: `${path}.securityContext.allowPrivilegeEscalation`,
          problem: `the container "${name}" may get more rights than it began with`,
          remedy: 'Set allowPrivilegeEscalation to false on the container.',
        }),
      ),
};
