import { isTest } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { jobValue } from '../../valuePath';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'pod-priority',
  summary: 'Pods say how important they are.',
  why: 'Where a cluster is full, pods without a priority class make room for any other, and a job that lost one TaskManager stands still.',
  check: pipeline =>
    pipeline.pods
      .filter(({ object, spec }) => !isTest(object) && !spec.priorityClassName)
      .flatMap(({ object, path }) =>
        violation(object, {
          path: `${path}.priorityClassName`,
          problem: 'its pods give way to those of everybody else',
          remedy: 'Set priorityClassName to a class of the cluster.',
          ...jobValue(pipeline, object, 'pod.priorityClassName'),
        }),
      ),
};
