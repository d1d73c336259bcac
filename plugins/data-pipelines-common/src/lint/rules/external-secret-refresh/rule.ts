import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

interface ExternalSecretSpec {
  refreshInterval: string | number;
}

export const rule: LintRule = {
  id: 'external-secret-refresh',
  summary: 'A secret from a store is fetched again from time to time.',
  why: 'With an interval of 0 it is fetched once; when the password changes in the store, the jobs keep the old one and are locked out.',
  check: pipeline =>
    pipeline
      .all<ExternalSecretSpec>('external-secrets.io', 'ExternalSecret')
      .filter(({ spec }) => /^0[smh]?$/.test(`${spec.refreshInterval}`))
      .flatMap(secret =>
        violation(secret, {
          path: 'spec.refreshInterval',
          problem: 'it is fetched once and never again',
          remedy: 'Set refreshInterval to 1h.',
        }),
      ),
};
