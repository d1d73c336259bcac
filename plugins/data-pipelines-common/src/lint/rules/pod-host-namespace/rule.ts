import { containersOf } from '../../kinds/containersOf';
import { PodOf } from '../../kinds/podsOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const SHARED = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

export const rule: LintRule = {
  id: 'pod-host-namespace',
  summary: 'No pod shares network, processes or ports with its node.',
  why: "Network policies do not hold for a pod on the node's network, and two pods with one host port do not fit on a node.",
  check: pipeline =>
    pipeline.pods.flatMap(pod => [...shared(pod), ...ports(pod)]),
};

function shared({ object, path, spec }: PodOf) {
  return SHARED.filter(field => spec[field]).flatMap(field =>
    violation(object, {
      path: `${path}.${field}`,
      problem: `its pod has ${field}`,
      remedy: `Remove ${field}.`,
    }),
  );
}

function ports(pod: PodOf) {
  return containersOf(pod).flatMap(({ container, name, path }) =>
    (container.ports ?? [])
      .filter(({ hostPort }) => hostPort)
      .flatMap(({ hostPort }) =>
        violation(pod.object, {
          path: `${path}.ports`,
          problem: `the container "${name}" takes port ${hostPort} of the node`,
          remedy: 'Remove hostPort and use a Service.',
        }),
      ),
  );
}
