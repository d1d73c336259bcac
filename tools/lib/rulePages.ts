import { parse } from 'yaml';

/** A rule as its page tells it. */
export interface RuleText {
  id: string;
  summary: string;
  why: string;
  profiles: Record<string, string>;
  bad: string;
  good: string;
  findings: string;
}

const GENERATED = 'from the folders by: yarn rules';

/** The list of rules in TypeScript. */
export function rulesIndex(ids: string[]): string {
  const name = (id: string) =>
    id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return [
    `import { LintRule } from '../lintRule';`,
    ...ids.map(id => `import { rule as ${name(id)} } from './${id}/rule';`),
    '',
    `/** Every rule; ${GENERATED} */`,
    `export const RULES: readonly LintRule[] = [${ids.map(name).join(',')}];`,
  ].join('\n');
}

/** All rules in one table. */
export function indexPage(rules: RuleText[]): string {
  return `<!-- ${GENERATED} -->

# Rules

Rules look at everything that a pipeline renders for an environment, the same in
wizard, \`headworks check\`, CI and portal. An error blocks, a warning wants a
yes, an info is good to know. The profile is \`global.profile\`, else \`prod\`
where the name of the environment begins so, else \`dev\`.

To accept what a rule finds, say why in at least ten characters: in the object's
annotation \`lint.headworks.dev/<rule>\`, or in the value
\`global.lint.accepted.<rule>.<Kind/name>\`; \`pipeline\` stands for a finding that
blames no object. In profile \`regulated\` an error cannot be accepted.

| rule | what good looks like | dev | prod | regulated |
| --- | --- | --- | --- | --- |
${rules.map(row).join('\n')}
`;
}

function row({ id, summary, profiles: { dev, prod, regulated } }: RuleText) {
  return `| [${id}](${id}.md) | ${summary} | ${dev} | ${prod} | ${regulated} |`;
}

/** The page of one rule. */
export function rulePage(rule: RuleText): string {
  const { dev, prod, regulated } = rule.profiles;
  const found: Array<{ problem: string; remedy: string }> =
    parse(rule.findings) ?? [];
  return [
    `<!-- ${GENERATED} -->`,
    `# ${rule.id}`,
    '',
    rule.summary,
    '',
    `**Why.** ${rule.why}`,
    '',
    '| dev | prod | regulated |',
    '| --- | --- | --- |',
    `| ${dev} | ${prod} | ${regulated} |`,
    '',
    '## What it finds',
    '',
    '```yaml',
    rule.bad,
    '```',
    '',
    ...found.map(({ problem, remedy }) => `- ${problem}. ${remedy}`),
    '',
    '## What it wants',
    '',
    '```yaml',
    rule.good,
    '```',
  ].join('\n');
}
