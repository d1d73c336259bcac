import { groupOf } from '../../compare/renderedObject';
import { keysOf } from '../../kinds/keysOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const RUNS_AGAIN = [
  'flink.apache.org',
  'sparkoperator.k8s.io',
  'spark.apache.org',
  'platform.confluent.io',
  'kafka.strimzi.io',
];
const VOLATILE =
  /^(helm\.sh\/chart|helm\.sh\/revision|app\.kubernetes\.io\/version|checksum\/.*|rollme|.*(timestamp|deployed-at|build-date))$/i;

export const rule: LintRule = {
  id: 'volatile-values',
  summary: "Nothing in a job's spec changes from release to release by itself.",
  why: 'An operator takes every change of the spec for a new job: a Flink job is stopped with a savepoint, a Spark job runs again.',
  check: pipeline =>
    pipeline.objects
      .filter(object => RUNS_AGAIN.includes(groupOf(object)))
      .flatMap(object =>
        keysOf(object.spec, 'spec')
          .filter(({ key }) => VOLATILE.test(key))
          .flatMap(({ key, path }) =>
            violation(object, {
              path,
              problem: `${key} changes with every release, and the operator restarts for it`,
              remedy:
                'Remove it from the spec; metadata of the object is free.',
            }),
          ),
      ),
};
