import {
  FlinkWorkload,
  flinkJobs,
  settingOf,
  settingViolation,
} from '../../kinds/flink';
import { LintRule } from '../../lintRule';

const KEYS = ['restart-strategy.type', 'restart-strategy'];
const NEVER = ['none', 'off', 'disable'];

export const rule: LintRule = {
  id: 'flink-restart-strategy',
  summary: 'A job that fails starts again by itself, each time a little later.',
  why: 'A broker that is away for an hour uses up a fixed number of tries, and the job stays failed until somebody looks.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job => {
      const { key } = settingOf(job, ...KEYS);
      const problem = problemOf(job);
      return problem
        ? settingViolation(job, {
            key,
            problem,
            remedy:
              'Set restart.strategy to exponential-delay and leave restart.attempts out.',
            field: 'restart.strategy',
          })
        : [];
    }),
};

function problemOf(job: FlinkWorkload): string | false {
  const strategy = settingOf(job, ...KEYS).value ?? '';
  if (NEVER.includes(strategy)) {
    return `the restart strategy is ${strategy}: the first failure ends the job`;
  }
  const limit = {
    'fixed-delay': 'restart-strategy.fixed-delay.attempts',
    'failure-rate': 'restart-strategy.failure-rate.max-failures-per-interval',
    'exponential-delay':
      'restart-strategy.exponential-delay.attempts-before-reset-backoff',
  }[strategy];
  const tries = limit && (job.settings.get(limit) ?? flinksOwn(strategy));
  return (
    tries !== undefined &&
    tries !== '' &&
    `the job fails for good after ${tries} ${
      tries === '1' ? 'restart' : 'restarts'
    }${strategy === 'failure-rate' ? ' within its interval' : ''} (${limit})`
  );
}

function flinksOwn(strategy: string): string | undefined {
  return strategy === 'exponential-delay' ? undefined : '1';
}
