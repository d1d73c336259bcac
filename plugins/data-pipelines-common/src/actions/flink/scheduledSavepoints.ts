import { setting } from '../../lint/compare/flinkSpec';
import { JobAsIs, upgradeModeOf } from './LiveFlinkJob';

const EVERY = 'kubernetes.operator.periodic.savepoint.interval';
const COUNT = 'kubernetes.operator.savepoint.history.max.count';
const AGE = 'kubernetes.operator.savepoint.history.max.age';
const DISPOSE = 'kubernetes.operator.savepoint.dispose-on-delete';
/** The operator's own, which whoever runs it may have changed. */
const USUAL = { count: '10', age: '1 d' };

/**
 * Whether the operator takes savepoints by the clock, and what becomes of
 * them; from its configuration reference, 1.15.0. It forgets old ones only
 * while the job runs.
 *
 * @public
 */
export function scheduledSavepoints(job: JobAsIs): string {
  const { spec } = job;
  const every = setting(spec, EVERY);
  if (!every || /^0\s*[a-z]*$/i.test(every)) {
    return upgradeModeOf(job) === 'stateless'
      ? 'No savepoints are taken by the clock, and its upgrades take none: what the job knows is kept only where somebody takes one.'
      : 'No savepoints are taken by the clock: set checkpoints.savepointEvery in its values to have some.';
  }
  const count = setting(spec, COUNT) ?? USUAL.count;
  const age = setting(spec, AGE) ?? USUAL.age;
  const rhythm = /\s\S+\s/.test(every)
    ? `at the times of ${every}`
    : `every ${every}`;
  const data =
    setting(spec, DISPOSE) === 'true'
      ? 'deletes the data of older ones'
      : 'leaves the data of older ones where it is';
  return `The operator takes a savepoint ${rhythm} while the job runs, lists the last ${count} and none older than ${age}, and ${data}.`;
}
