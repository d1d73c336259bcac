import fs from 'node:fs';
import path from 'node:path';
import { argocdConfigMap } from './lib/argocdConfigMap';
import { installCommands, operatorsTable } from './lib/operatorCommands';
import { readOperators } from './lib/operators';
import { inlineSharedDefinitions } from './lib/sharedDefinitions';
import { Schema, valuesTable } from './lib/valuesTable';

const CHARTS = ['kafka', 'flink', 'spark', 'platform', 'umbrella'];
const root = path.resolve(__dirname, '..', 'charts');

/**
 * Brings what is generated from the charts' schemas up to date: the shared
 * definitions inside them and the values tables of their READMEs; and from
 * what charts/platform knows of the operators, its table and commands; and of
 * the health rules, the ConfigMap for Argo CD.
 * `--check` changes nothing and fails where something is out of date.
 */
function main() {
  const stale = CHARTS.filter(chart => fs.existsSync(path.join(root, chart)))
    .flatMap(chart => [schemaFile(chart), readmeFile(chart)])
    .concat(argocdFile())
    .filter(file => file.content !== file.wanted);
  if (process.argv.includes('--check')) {
    for (const { name } of stale) {
      process.stderr.write(`${name} is out of date; run: yarn charts\n`);
    }
    process.exit(stale.length > 0 ? 1 : 0);
  }
  for (const { name, wanted } of stale) {
    fs.writeFileSync(path.join(root, name), wanted);
    process.stdout.write(`charts/${name}\n`);
  }
}

function argocdFile() {
  const name = '../docs/argocd-cm.yaml';
  const wanted = argocdConfigMap(root);
  return { name, content: read(name), wanted };
}

function schemaFile(chart: string) {
  const name = `${chart}/values.schema.json`;
  const content = read(name);
  const shared = JSON.parse(read('common/shared.defs.json')).$defs;
  const wanted = inlineSharedDefinitions(JSON.parse(content), shared);
  return { name, content, wanted: `${JSON.stringify(wanted, null, 2)}\n` };
}

function readmeFile(chart: string) {
  const name = `${chart}/README.md`;
  const content = read(name);
  const schema = JSON.parse(schemaFile(chart).wanted) as Schema;
  const parts = { values: valuesTable(schema), ...platformParts(chart) };
  const wanted = Object.entries(parts).reduce(
    (text, [part, generated]) =>
      text.replace(
        new RegExp(`(<!-- ${part} -->\\n)[\\s\\S]*(<!-- /${part} -->)`),
        (_, begin, end) => `${begin}\n${generated}\n${end}`,
      ),
    content,
  );
  return { name, content, wanted };
}

function platformParts(chart: string) {
  if (chart !== 'platform') return {};
  const operators = readOperators(path.join(root, chart));
  return {
    operators: operatorsTable(operators),
    commands: installCommands(operators, ['kafka', 'pipelines']),
  };
}

function read(name: string) {
  return fs.readFileSync(path.join(root, name), 'utf8');
}

main();
