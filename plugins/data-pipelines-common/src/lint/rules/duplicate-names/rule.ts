import { containersOf } from '../../kinds/containersOf';
import { PodOf } from '../../kinds/podsOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'duplicate-names',
  summary:
    'Containers, variables, volumes and mounts of a pod have one name each.',
  why: 'Server-side apply, which Argo CD and Flux use, refuses a list with two items of one name; elsewhere one of them wins silently.',
  check: pipeline =>
    pipeline.pods.flatMap(pod =>
      listsOf(pod).flatMap(({ path, what, names }) =>
        repeated(names).flatMap(name =>
          violation(pod.object, {
            path,
            problem: `the ${what} "${name}" is there twice`,
            remedy: 'Remove one of the two.',
          }),
        ),
      ),
    ),
};

function listsOf(pod: PodOf) {
  const { spec, path } = pod;
  return [
    {
      path: `${path}.containers`,
      what: 'container',
      names: [...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(
        ({ name }) => name,
      ),
    },
    {
      path: `${path}.volumes`,
      what: 'volume',
      names: (spec.volumes ?? []).map(({ name }) => name),
    },
    ...containersOf(pod).flatMap(({ container, path: at }) => [
      {
        path: `${at}.env`,
        what: 'variable',
        names: (container.env ?? []).map(({ name }) => name),
      },
      {
        path: `${at}.volumeMounts`,
        what: 'mount',
        names: (container.volumeMounts ?? []).map(({ mountPath }) => mountPath),
      },
    ]),
  ];
}

function repeated(names: Array<string | undefined>): string[] {
  const twice = names.filter(
    (name): name is string => name !== undefined && name !== '',
  );
  return [...new Set(twice.filter((name, i) => twice.indexOf(name) !== i))];
}
