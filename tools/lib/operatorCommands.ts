import { stringify } from 'yaml';
import { Operator } from './operators';

/** Which operator at which version, and what it may be asked to run, as a Markdown table. */
export function operatorsTable(operators: Array<[string, Operator]>): string {
  return [
    '| Operator | Chart | Version | Runs | After |',
    '| --- | --- | --- | --- | --- |',
    ...operators.map(([name, { chart, version, engine, after = [] }]) => {
      const runs = engine?.versions?.join(', ') ?? `up to ${engine?.newest}`;
      const cells = [
        `\`${name}\``,
        chart,
        version,
        engine ? `${engine.chart} ${runs}` : '',
        after.join(', '),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

/** The same operators with plain Helm, as commands for a shell. */
export function installCommands(
  operators: Array<[string, Operator]>,
  namespaces: string[],
): string {
  return operators
    .map(([name, operator]) =>
      [
        `**${name}**: ${operator.description}`,
        '',
        '```sh',
        ...crdsCommand(operator),
        ...installCommand(operator, namespaces),
        `kubectl label --overwrite namespace ${operator.namespace} pod-security.kubernetes.io/enforce=${operator.podSecurity}`,
        '```',
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** What an operator's chart is told so that it serves these namespaces. */
export function operatorValues(
  { values = {}, watch }: Operator,
  namespaces: string[],
): object {
  if (!watch) return values;
  const tree = watch.namespaces
    .split('.')
    .reduceRight<object>((below, key) => ({ [key]: below }), namespaces);
  return merged(values, tree);
}

function merged(into: object, from: object): object {
  const all: Record<string, unknown> = { ...into };
  for (const [key, value] of Object.entries(from)) {
    const before = all[key];
    all[key] = isMap(before) && isMap(value) ? merged(before, value) : value;
  }
  return all;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Helm installs a chart's folder `crds` once; this brings it up to date as well. */
function crdsCommand(operator: Operator): string[] {
  if (operator.crds !== 'folder') return [];
  return [
    `helm show crds ${chartOf(operator)} \\`,
    '  | kubectl apply --server-side --force-conflicts -f -',
  ];
}

function installCommand(operator: Operator, namespaces: string[]): string[] {
  const values = operatorValues(operator, namespaces);
  const command = [
    `helm upgrade --install ${operator.release} ${chartOf(operator)} \\`,
    `  --namespace ${operator.namespace} --create-namespace --skip-crds --wait`,
  ];
  if (Object.keys(values).length === 0) return command;
  command[1] += " --values - <<'YAML'";
  return [...command, stringify(values).trimEnd(), 'YAML'];
}

function chartOf({ repository, chart, version }: Operator): string {
  return repository.startsWith('oci://')
    ? `${repository}/${chart} --version ${version}`
    : `${chart} --repo ${repository} --version ${version}`;
}
