import {
  cyclesOf,
  DataflowGraph,
  dataflowOf,
  GitopsSpec,
  PipelineSpec,
  PipelineValues,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { isFromRegistry } from '../vendored';
import { mermaid } from './mermaid';

/** How to install, change and remove the pipeline, with its dataflow as a picture. */
export function readme(spec: PipelineSpec): string {
  const { name, title, description, owner } = spec.pipeline;
  const graph = dataflowOf(spec.values as PipelineValues);
  const parts = [
    `# ${name}`,
    title && title !== name ? text(title) : '',
    description ? text(description) : '',
    `Owner: ${text(owner)}`,
    `\`\`\`mermaid\n${mermaid(graph)}\n\`\`\``,
    loops(graph),
    '## Where it runs',
    places(spec),
    ...installation(spec),
    '## Change',
    `Change \`values.yaml\` (everywhere) or \`values-<environment>.yaml\` (in one
place). \`headworks check\` says whether it is right, \`headworks diff\` what it
does to each running job, and \`headworks upgrade\` moves the pipeline to the
current charts. ${
      isFromRegistry(spec)
        ? ''
        : 'What is below `charts/` is not for editing: an upgrade replaces it; each\nobject has `override` in the values. '
    }\`helm uninstall\` says in the release's notes what it leaves behind.`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function installation(spec: PipelineSpec): string[] {
  const build = isFromRegistry(spec) ? 'helm dependency build\n' : '';
  const commands = Object.entries(spec.environments)
    .map(
      ([environment, { namespace }]) =>
        `helm upgrade --install ${spec.pipeline.name} . --namespace ${namespace} -f values-${environment}.yaml`,
    )
    .join('\n');
  const charts = isFromRegistry(spec)
    ? `Helm 4 or 3. The charts come from ${
        spec.chart!.source
      }; \`helm dependency build\`\nfetches them.`
    : 'Plain Helm 4 or 3; the charts are in this repository.';
  return [
    '## Install',
    spec.gitops ? fromGit(spec.gitops) : '',
    spec.gitops ? '' : charts,
    spec.gitops ? '' : `\`\`\`sh\n${build}${commands}\n\`\`\``,
  ];
}

function fromGit({ tool, namespace }: GitopsSpec): string {
  const [who, where] =
    tool === 'argocd'
      ? ['Argo CD', namespace ?? 'argocd']
      : ['Flux', namespace ?? 'flux-system'];
  return `${who} installs it from Git: \`gitops/<environment>/\` holds what the namespace
${where} must have, once. A change is then a commit.

\`\`\`sh
kubectl apply -f gitops/<environment>/
\`\`\``;
}

function places({ environments }: PipelineSpec): string {
  const rows = Object.entries(environments).map(
    ([environment, { cluster, namespace }]) =>
      `| ${environment} | ${cell(
        cluster,
      )} | ${namespace} | \`values-${environment}.yaml\` |`,
  );
  return [
    '| environment | cluster | namespace | values |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function loops(graph: DataflowGraph): string {
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const told = cyclesOf(graph).map(
    ids => `- ${[...ids, ids[0]].map(id => names.get(id)).join(' → ')}`,
  );
  return told.length > 0
    ? `Data goes round here; make sure that each loop comes to an end:\n\n${told.join(
        '\n',
      )}`
    : '';
}

/** Text of people as text: no HTML, heading, list, link or fence. */
function text(value: string): string {
  return value
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

function cell(value: string): string {
  return text(value).replace(/\s+/g, ' ');
}
