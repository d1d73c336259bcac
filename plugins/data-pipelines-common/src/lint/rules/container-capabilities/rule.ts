import { containersOf } from '../../kinds/containersOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'container-capabilities',
  summary: 'Every container gives up all capabilities.',
  why: 'A namespace where Pod Security is "restricted" refuses the pod. Capabilities stand at the container; those of a pod are not a thing.',
  check: pipeline =>
    pipeline.pods
      .flatMap(containersOf)
      .filter(
        ({ container }) =>
          !container.securityContext?.capabilities?.drop?.includes('ALL'),
      )
      .flatMap(({ pod, name, path }) =>
        violation(pod.object, {
          path: `${path}.securityContext.capabilities`,
          problem: `the container "${name}" keeps capabilities`,
          remedy: 'Set capabilities.drop to [ALL] on the container.',
        }),
      ),
};
