import {
  FlinkWorkload,
  flinkJobs,
  settingOf,
  settingViolation,
} from '../../kinds/flink';
import { CHECKPOINTS_DIR, SAVEPOINTS_DIR } from '../../kinds/flinkKeys';
import { isBelow, ofAnyEnvironment } from '../../kinds/folders';
import { LintRule } from '../../lintRule';

const PLACES = [
  { what: 'checkpoints', keys: CHECKPOINTS_DIR },
  { what: 'savepoints', keys: SAVEPOINTS_DIR },
];

export const rule: LintRule = {
  id: 'flink-state-own-folder',
  summary:
    'Each job keeps its state in a folder that no other job and no other environment uses.',
  why: 'Who cleans up after one job, or expires its old files, deletes what the other would start from; and nobody can tell whose a snapshot is.',
  check: pipeline => {
    const jobs = flinkJobs(pipeline);
    return jobs.flatMap((job, index) =>
      PLACES.flatMap(({ what, keys }) => {
        const { key, value } = settingOf(job, ...keys);
        const other = jobs
          .slice(0, index)
          .find(before => shares(value, settingOf(before, ...keys).value));
        const whose = other
          ? `where ${nameIn(other, keys)}`
          : ofAnyEnvironment(pipeline, value);
        return value && whose
          ? settingViolation(job, {
              key,
              problem: `${what} go to ${value}, ${whose}`,
              remedy: `Give ${job.name} a folder of its own; without an override it is <global.storage.uri>/<environment>/${job.name}.`,
              field: 'override',
            })
          : [];
      }),
    );
  },
};

function shares(one: string | undefined, other: string | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    (isBelow(one, other) || isBelow(other, one))
  );
}

function nameIn(other: FlinkWorkload, keys: string[]): string {
  return `${other.name} keeps its own (${settingOf(other, ...keys).value})`;
}
