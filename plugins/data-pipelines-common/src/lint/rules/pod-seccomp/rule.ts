import { containersOf } from '../../kinds/containersOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const GOOD = ['RuntimeDefault', 'Localhost'];

export const rule: LintRule = {
  id: 'pod-seccomp',
  summary: "Every container runs with the runtime's seccomp profile.",
  why: 'A namespace where Pod Security is "restricted" refuses the pod; elsewhere the kernel offers calls that no job needs and exploits do.',
  check: pipeline =>
    pipeline.pods.flatMap(pod =>
      containersOf(pod)
        .filter(({ container }) => {
          const profile =
            container.securityContext?.seccompProfile ??
            pod.spec.securityContext?.seccompProfile;
          return !GOOD.includes(profile?.type ?? '');
        })
        .flatMap(({ name, path }) =>
          violation(pod.object, {
            path: `${path}.securityContext.seccompProfile`,
            problem: `the container "${name}" may call all of the kernel`,
            remedy: 'Set seccompProfile.type to RuntimeDefault on the pod.',
          }),
        ),
    ),
};
