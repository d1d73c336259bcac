import fs from 'node:fs';
import { Page } from 'playwright-core';

const SOURCE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: Array<{ html: string }>;
}

/**
 * What axe finds against WCAG 2.2 A and AA in a part of the page: the rule,
 * what to do, and where.
 */
export async function violationsOf(
  page: Page,
  selector: string,
): Promise<string[]> {
  // As a script of the page, its content security policy would refuse it.
  await page.evaluate(SOURCE);
  const violations = (await page.evaluate(
    `axe.run(${JSON.stringify(selector)}, { runOnly: ${JSON.stringify([
      'wcag2a',
      'wcag2aa',
      'wcag21a',
      'wcag21aa',
      'wcag22aa',
    ])} }).then(result => result.violations)`,
  )) as Violation[];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  );
}
