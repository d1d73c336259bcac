import { containersOf } from '../../kinds/containersOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'container-resources',
  summary: 'Every container asks for CPU and memory and has a memory limit.',
  why: 'A namespace with a quota refuses a pod without them. Elsewhere it is put on a full node and is the first to be killed, or takes the memory of its neighbours.',
  check: pipeline =>
    pipeline.pods.flatMap(pod =>
      containersOf(pod)
        .filter(({ name }) => name !== pod.sizedElsewhere)
        .flatMap(({ container, name, path }) => {
          const { requests, limits } = container.resources ?? {};
          const missing = [
            requests?.cpu === undefined && limits?.cpu === undefined
              ? 'requests.cpu'
              : '',
            requests?.memory === undefined && limits?.memory === undefined
              ? 'requests.memory'
              : '',
            limits?.memory === undefined ? 'limits.memory' : '',
          ].filter(Boolean);
          return missing.length === 0
            ? []
            : violation(pod.object, {
                path: `${path}.resources`,
                problem: `the container "${name}" has no ${missing.join(', ')}`,
                remedy: `Set ${missing.join(', ')}.`,
              });
        }),
    ),
};
