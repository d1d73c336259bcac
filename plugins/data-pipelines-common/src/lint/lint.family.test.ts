import {
  example,
  expectedFindings,
  filesOf,
  inShort,
  ruleFolders,
} from './__testUtils__/examples';
import { lint } from './lint';
import { LintProfile, PROFILES } from './profiles';
import { RULES } from './rules';

const STRICTEST_FIRST: LintProfile[] = ['regulated', 'prod', 'dev'];

/** What a rule finds in its example, where a profile asks for it. */
function found(id: string, which: 'bad' | 'good') {
  const input = example(id, which);
  const profile =
    input.profile ?? STRICTEST_FIRST.find(name => PROFILES[id][name] !== 'off');
  return lint({ ...input, profile }).filter(({ rule }) => rule === id);
}

const sentence = /^[A-Z].*[^.]\.$/s;

describe('lint rules', () => {
  it('are the folders of rules/, in their order', () => {
    expect(RULES.map(({ id }) => id)).toEqual(ruleFolders());
  });

  it('have a line in the profiles each, and no line has no rule', () => {
    expect(Object.keys(PROFILES).sort()).toEqual(ruleFolders());
  });
});

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has its four files and nothing else', () => {
    expect(filesOf(id)).toEqual([
      'bad.yaml',
      'findings.yaml',
      'good.yaml',
      'rule.ts',
    ]);
  });

  it('says in sentences what is good and why', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(rule.summary).toMatch(sentence);
    expect(rule.why).toMatch(sentence);
  });

  it('is asked by some profile, and never less by a stricter one', () => {
    const rank = { off: 0, info: 1, warning: 2, error: 3 };
    const { dev, prod, regulated } = PROFILES[id];
    expect(rank[regulated]).toBeGreaterThan(0);
    expect(rank[prod]).toBeGreaterThanOrEqual(rank[dev]);
    expect(rank[regulated]).toBeGreaterThanOrEqual(rank[prod]);
  });

  it('finds exactly this in its bad example', () => {
    expect(found(id, 'bad').map(inShort)).toEqual(expectedFindings(id));
  });

  it('finds problems and remedies that read well', () => {
    for (const { problem, remedy } of found(id, 'bad')) {
      expect(problem).not.toMatch(/\.$|undefined|NaN|\[object/);
      expect(remedy).toMatch(sentence);
      expect(remedy).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('finds nothing in its good example', () => {
    expect(found(id, 'good').map(inShort)).toEqual([]);
  });
});
