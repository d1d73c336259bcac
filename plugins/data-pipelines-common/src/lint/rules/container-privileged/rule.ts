import { containersOf } from '../../kinds/containersOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'container-privileged',
  summary: 'No container has more rights than an ordinary program.',
  why: 'A privileged container, or one with added capabilities, is one step away from being root on the node and on every pod there.',
  check: pipeline =>
    pipeline.pods
      .flatMap(containersOf)
      .flatMap(({ pod, container, name, path }) => {
        const { privileged, capabilities } = container.securityContext ?? {};
        const added = (capabilities?.add ?? []).filter(
          capability => capability !== 'NET_BIND_SERVICE',
        );
        if (!privileged && added.length === 0) return [];
        return violation(pod.object, {
          path: `${path}.securityContext`,
          problem: privileged
            ? `the container "${name}" is privileged`
            : `the container "${name}" has the capabilities ${added.join(
                ', ',
              )}`,
          remedy: 'Remove privileged and capabilities.add.',
        });
      }),
};
