import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'monitoring-off',
  summary: 'Prometheus watches the pipeline, and alerts somebody.',
  why: 'A job that fails its checkpoints runs on and looks well; the first to see that are those who miss the data.',
  check: ({ values }) =>
    values.global?.monitoring?.enabled
      ? []
      : [
          {
            path: '',
            problem: 'nothing measures the jobs or alerts anybody',
            remedy: 'Set monitoring.enabled to true.',
            value: 'values.global.monitoring.enabled',
          },
        ],
};
