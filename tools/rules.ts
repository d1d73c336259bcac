import fs from 'node:fs';
import path from 'node:path';
import { format as prettify, resolveConfig } from 'prettier';
import { indexPage, rulePage, rulesIndex } from './lib/rulePages';

const root = path.resolve(__dirname, '..');
const lint = path.join(root, 'plugins/data-pipelines-common/src/lint');
const pages = path.join(root, 'docs/reference/rules');

/**
 * Brings what is generated from the folders of the lint rules up to date:
 * their list in TypeScript, and a page each with a table of them all.
 * `--check` changes nothing and fails where something is out of date.
 */
async function main() {
  const ids = fs
    .readdirSync(path.join(lint, 'rules'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);
  const index = path.join(lint, 'rules/index.ts');
  const check = process.argv.includes('--check');
  const stale = [{ file: index, wanted: format(index, rulesIndex(ids)) }]
    .concat(await pageFiles(ids))
    .filter(({ file, wanted }) => read(file) !== wanted);
  const extra = fs
    .readdirSync(fs.existsSync(pages) ? pages : lint)
    .filter(name => name.endsWith('.md') && name !== 'README.md')
    .filter(name => !ids.includes(name.replace('.md', '')))
    .map(name => path.join(pages, name));
  for (const file of [...stale.map(({ file }) => file), ...extra]) {
    const name = path.relative(root, file);
    process.stderr.write(
      check ? `${name} is out of date; run: yarn rules\n` : `${name}\n`,
    );
  }
  if (check) process.exit(stale.length + extra.length > 0 ? 1 : 0);
  fs.mkdirSync(pages, { recursive: true });
  stale.forEach(({ file, wanted }) => fs.writeFileSync(file, wanted));
  extra.forEach(file => fs.rmSync(file));
}

async function pageFiles(ids: string[]) {
  const { PROFILES } = await import(path.join(lint, 'profiles.ts'));
  const rules = await Promise.all(
    ids.map(async id => {
      const folder = path.join(lint, 'rules', id);
      const { rule } = await import(path.join(folder, 'rule.ts'));
      const example = (name: string) => read(path.join(folder, name)) ?? '';
      return {
        ...rule,
        profiles: PROFILES[id] ?? {},
        bad: example('bad.yaml'),
        good: example('good.yaml'),
        findings: example('findings.yaml'),
      };
    }),
  );
  return [
    ...rules.map(rule => {
      const file = path.join(pages, `${rule.id}.md`);
      return { file, wanted: format(file, rulePage(rule)) };
    }),
    // Not formatted: a column as wide as its widest rule makes every change a
    // change of every line.
    { file: path.join(pages, 'README.md'), wanted: indexPage(rules) },
  ];
}

function read(file: string) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

function format(filepath: string, text: string) {
  const style = resolveConfig.sync(filepath) ?? {};
  return prettify(text, { ...style, filepath });
}

main();
