import path from 'node:path';
import {
  formToSpec,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  describeProblems,
  generatePipeline,
  validateSpec,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { Command } from 'commander';
import { ownCharts } from '../charts';
import { CannotRun, EXIT } from '../exitCodes';
import { askForm } from '../new/askForm';
import { readSpec } from '../new/readSpec';
import { requireEmpty, writeRepository } from '../new/writeRepository';
import type { CommandContext } from '../program';

const HELP = `
The folder must be new or empty; it is written as a whole or not at all.

A file for --from:
  pipeline: { name: clickstream, owner: group:default/team-web }
  environments:
    dev: { cluster: playground, namespace: pipelines }
  values:                                  # as in the charts' values.yaml
    global:
      kafka: { mode: strimzi, cluster: analytics, namespace: kafka,
               bootstrapServers: "analytics-kafka-bootstrap.kafka:9092" }
      storage: { uri: "s3://acme-pipelines/clickstream" }
    kafka: { topics: { clicks: { partitions: 12 } } }
    flink:
      jobs:
        sessionize: { image: { repository: flink, tag: "2.1" },
                      jar: "local:///opt/flink/usrlib/sessionize.jar", reads: [clicks] }
  ci: [github]

Examples:
  $ headworks new
  $ headworks new clickstream --git
  $ headworks new clickstream --from spec.yaml
  $ jq .spec request.json | headworks new clickstream --from -

Exit codes:
  0  the repository is there
  1  the specification is wrong; every problem is named, nothing is written
  2  wrong usage, a folder that is not empty, or nobody to ask
`;

interface NewOptions {
  from?: string;
  git?: boolean;
}

/** `headworks new` */
export function command({ terminal, exit }: CommandContext): Command {
  return new Command('new')
    .argument('[directory]', "where to (else a folder of the pipeline's name)")
    .option('-f, --from <file>', 'the specification, YAML or JSON; - for stdin')
    .option('--git', 'make it a Git repository with a first commit')
    .addHelpText('after', HELP)
    .action(async (directory: string | undefined, options: NewOptions) => {
      if (directory !== undefined) await requireEmpty(directory);
      const spec =
        options.from === undefined
          ? await askForSpec(directory)
          : await readSpec(options.from);
      const charts = await ownCharts();
      const problems = validateSpec(spec, charts);
      if (problems.length > 0) {
        terminal.note(`${describeProblems(problems)}\n`);
        exit(EXIT.found);
        return;
      }
      const target = directory ?? spec.pipeline.name;
      terminal.progress(`writing ${target}`);
      await writeRepository({
        directory: target,
        files: generatePipeline({ spec, charts }),
        message: options.git ? `${spec.pipeline.name}: begin` : undefined,
      });
      terminal.out(nextSteps(target, spec));
      exit(EXIT.ok);
    });

  async function askForSpec(directory = ''): Promise<PipelineSpec> {
    if (!terminal.interactive) {
      throw new CannotRun(
        'Nobody can be asked: this is no terminal. Give the specification with --from.',
      );
    }
    const { ASK } = await import('../new/ask');
    const suggested = path.basename(path.resolve(directory || 'pipeline'));
    const { form, environments } = await askForm(
      ASK,
      suggested.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    );
    return { ...formToSpec(form), environments };
  }
}

function nextSteps(target: string, spec: PipelineSpec): string {
  const [[environment, { namespace }]] = Object.entries(spec.environments);
  const { name } = spec.pipeline;
  return `The pipeline "${name}" is in ${target}. Next:

  cd ${/^[\w./-]+$/.test(target) ? target : JSON.stringify(target)}
  headworks check
  headworks render -e ${environment}
  helm install ${name} . --namespace ${namespace} -f values-${environment}.yaml
`;
}
