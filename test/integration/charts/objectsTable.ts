import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../../cluster/client';
import { PARTIAL_KINDS } from '../../cluster/partialDefinitions';

/** What one case of a chart's folder `ci` renders. */
export interface Rendering {
  /** Mode of each chart, such as `{ kafka: 'strimzi' }`. */
  modes: Record<string, string>;
  /** Helm's output; its comments tell which chart an object is from. */
  text: string;
}

/** Which chart makes which kinds in which mode, as Markdown: a table a chart. */
export function objectsTable(renderings: readonly Rendering[]): string {
  const made = new Map<string, Map<string, Set<string>>>();
  for (const { modes, text } of renderings) {
    for (const { chart, kind } of kindsOf(text)) {
      const kinds = made.get(chart) ?? new Map<string, Set<string>>();
      const inModes = kinds.get(kind) ?? new Set<string>();
      made.set(chart, kinds.set(kind, inModes.add(modes[chart])));
    }
  }
  return [...made]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([chart, kinds]) => tableOf(chart, kinds))
    .join('\n');
}

function tableOf(chart: string, kinds: Map<string, Set<string>>): string {
  const modes = [...new Set([...kinds.values()].flatMap(set => [...set]))];
  modes.sort();
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    row([`\`${chart}\``, ...modes.map(mode => `\`${mode}\``), 'Checked']),
    row(['---', ...modes.map(() => ':-:'), '---']),
    ...[...kinds]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, inModes]) =>
        row([
          kind,
          ...modes.map(mode => (inModes.has(mode) ? '✔' : '')),
          isPartial(kind) ? 'partial' : 'strict',
        ]),
      ),
    '',
  ].join('\n');
}

function isPartial(title: string) {
  return PARTIAL_KINDS.some(
    ({ group, kind }) => title === `${kind} (${group})`,
  );
}

function kindsOf(text: string): Array<{ chart: string; kind: string }> {
  return text.split(/^---$/m).flatMap(part => {
    const chart = /^# Source: (?:[^/]+\/charts\/)?([^/]+)\//m.exec(part)?.[1];
    const [object] = parseAllDocuments(part).map(
      document => document.toJSON() as KubernetesObject | null,
    );
    return chart && object ? [{ chart, kind: titleOf(object) }] : [];
  });
}

/** Two operators have a kind of the same name, so custom ones carry their group. */
function titleOf({ apiVersion, kind, metadata }: KubernetesObject) {
  const hook = metadata.annotations?.['helm.sh/hook'];
  const group = apiVersion.split('/')[0];
  const builtIn = !group.includes('.') || group.endsWith('.k8s.io');
  const custom = group === 'sparkoperator.k8s.io' || !builtIn;
  const suffix = hook === 'test' ? ', `helm test`' : hook ? ', hook' : '';
  return `${kind}${custom ? ` (${group})` : ''}${suffix}`;
}
