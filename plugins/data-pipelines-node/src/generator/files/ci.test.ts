import { parse } from 'yaml';
import { sampleSpec } from '../__testUtils__/sample';
import { ciFiles } from './ci';

const files = (source?: string) =>
  ciFiles(
    sampleSpec(of => {
      of.environments.prod = { cluster: 'west', namespace: 'orders' };
      of.ci = ['github', 'gitlab'];
      if (source) of.chart = { source };
    }),
  );

describe('ciFiles', () => {
  it('writes nothing where no CI was chosen', () => {
    expect(ciFiles(sampleSpec())).toEqual([]);
  });

  it('has GitHub check every environment, with the right to read and to comment', () => {
    const [github] = files();
    expect(github.path).toBe('.github/workflows/pipeline.yaml');
    const workflow = parse(github.content);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.jobs.check.permissions).toEqual({
      contents: 'read',
      'pull-requests': 'write',
    });
    const runs = workflow.jobs.check.steps
      .map(({ run = '' }) => run)
      .join('\n');
    expect(runs).toContain('helm lint . --strict --values values-dev.yaml');
    expect(runs).toContain('helm lint . --strict --values values-prod.yaml');
    expect(runs).toContain('check --output github');
    expect(runs).toContain('diff --base "origin/$BASE"');
  });

  it('has GitHub say on a pull request what it does, in one comment', () => {
    const [github] = files();
    const { steps } = parse(github.content).jobs.check;
    const { if: when, run } = steps.at(-1);
    expect(when).toContain('!github.event.pull_request.head.repo.fork');
    expect(run).toContain('--output markdown --exit-zero');
    expect(run).toContain('PATCH');
  });

  it('puts nothing that others can choose into a shell of GitHub', () => {
    const [github] = files();
    const { steps } = parse(github.content).jobs.check;
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
    expect(github.content).not.toContain('secrets');
  });

  it('has GitLab do the same', () => {
    const [, gitlab] = files();
    expect(gitlab.path).toBe('.gitlab-ci.yml');
    const { script } = parse(gitlab.content).check;
    expect(script.slice(0, 2)).toEqual([
      'helm lint . --strict --values values-dev.yaml',
      'helm lint . --strict --values values-prod.yaml',
    ]);
    expect(script.join('\n')).toContain(
      'diff --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"',
    );
  });

  it('fetches charts that are in a registry first', () => {
    for (const { content } of files('oci://registry.example.com/charts')) {
      expect(content).toMatch(/helm dependency build \.\n.*helm lint/);
    }
  });
});
