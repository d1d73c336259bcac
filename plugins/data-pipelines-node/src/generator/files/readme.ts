import {
  JobValues,
  PipelineSpec,
  PipelineValues,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** How to install, change and remove the pipeline, with its dataflow as a picture. */
export function readme(spec: PipelineSpec): string {
  const { name, description, owner } = spec.pipeline;
  const environments = Object.entries(spec.environments);
  const install = environments
    .map(
      ([environment, { namespace }]) =>
        `helm install ${name} . --namespace ${namespace} -f values-${environment}.yaml`,
    )
    .join('\n');
  const rows = environments
    .map(
      ([environment, { cluster, namespace }]) =>
        `| ${environment} | ${cell(cluster)} | ${cell(
          namespace,
        )} | \`values-${environment}.yaml\` |`,
    )
    .join('\n');
  return `# ${name}

${description ? `${description.trim()}\n\n` : ''}Owner: ${owner}

\`\`\`mermaid
${dataflow(spec.values as PipelineValues)}
\`\`\`

## Install

Plain Helm 4 or 3; the charts are in this repository.

\`\`\`sh
${install}
\`\`\`

| environment | cluster | namespace | values |
|---|---|---|---|
${rows}

Change \`values.yaml\` (everywhere) or \`values-<environment>.yaml\` (in one
place), then \`helm upgrade\` with the same arguments. \`helm uninstall\` says in
the release's notes what it leaves behind.
`;
}

function dataflow(values: PipelineValues): string {
  const topics = Object.keys(values.kafka?.topics ?? {});
  const jobs: Array<[string, JobValues]> = [
    ...Object.entries(values.flink?.jobs ?? {}),
    ...Object.entries(values.spark?.jobs ?? {}),
  ].filter(([, job]) => job.enabled !== false);
  const topicId = (topic: string) => `t${topics.indexOf(topic)}`;
  return [
    'flowchart LR',
    ...topics.map(topic => `  ${topicId(topic)}[(${topic})]`),
    ...jobs.map(([job], index) => `  j${index}[${job}]`),
    ...jobs.flatMap(([, job], index) => [
      ...(job.reads ?? []).map(topic => `  ${topicId(topic)} --> j${index}`),
      ...(job.writes ?? []).map(topic => `  j${index} --> ${topicId(topic)}`),
    ]),
  ].join('\n');
}

function cell(text: string) {
  return text.replace(/\|/g, '\\|');
}
