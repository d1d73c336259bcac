import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'profile-environment',
  summary: 'An environment that is called production is checked as one.',
  why: 'Profile dev allows what may lose data, such as one copy of a topic or volumes that go with their pods.',
  check: ({ values }) => {
    const { environment = '', profile } = values.global ?? {};
    return environment.startsWith('prod') && profile === 'dev'
      ? [
          {
            path: '',
            problem: `the environment "${environment}" is checked with profile dev`,
            remedy: 'Remove profile, or set it to prod.',
            value: 'values.global.profile',
          },
        ]
      : [];
  },
};
