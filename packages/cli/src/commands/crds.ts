import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { Command } from 'commander';
import { ClusterClient } from '../cluster/ClusterClient';
import { readKubeconfig } from '../cluster/kubeconfig';
import { checkObjects, ObjectsReport } from '../crds/checkObjects';
import { DefinitionSource } from '../crds/definitions';
import { fromCluster } from '../crds/fromCluster';
import { fromOperator, KNOWN_OPERATORS } from '../crds/fromOperator';
import { fromPlace } from '../crds/fromPlaces';
import { CannotRun, EXIT } from '../exitCodes';
import { findHelm } from '../helmBinary';
import { chooseEnvironments, openPipeline } from '../pipeline/openPipeline';
import { objectsIn } from '../pipeline/states';
import type { CommandContext } from '../program';
import { humanObjects } from '../report/humanObjects';
import { environmentOption, helmOption, outputOption } from './options';

const HELP = `
Every object of an operator's kind is held against its definition: unknown
fields, missing ones, types, enums, patterns, limits. Rules in CEL
(x-kubernetes-validations) are not asked; a server-side dry run asks them.

--cluster reads the kubeconfig itself; kubectl is not needed.
--operator knows ${KNOWN_OPERATORS.join(', ')} and other versions of them; it
fetches the definitions from GitHub once and keeps them in the user's cache.
HEADWORKS_GITHUB names a mirror. The sum of what was used is always shown.

Examples:
  $ headworks crds --cluster -e dev
  $ headworks crds --operator ${KNOWN_OPERATORS.join(' ')}
  $ headworks crds --from crds/ https://example.com/crd.yaml

Exit codes:
  0  every object fits
  1  one does not
  2  wrong usage, or definitions or objects could not be had
`;

interface CrdsOptions {
  cluster?: boolean;
  context?: string;
  operator?: string[];
  from?: string[];
  environment?: string[];
  output: 'human' | 'json';
  helm?: string;
}

/** `headworks crds` */
export function command({ terminal, exit }: CommandContext): Command {
  return new Command('crds')
    .argument('[directory]', 'the pipeline', '.')
    .option('--cluster', "those of the kubeconfig's current context")
    .option('--context <name>', 'another context of the kubeconfig')
    .option('--operator <name@version...>', 'those of versions of operators')
    .option('--from <place...>', 'those in files, folders or at addresses')
    .addOption(environmentOption())
    .addOption(outputOption())
    .addOption(helmOption())
    .addHelpText('after', HELP)
    .action(async (directory: string, options: CrdsOptions) => {
      const { operator = [], from = [], cluster } = options;
      if (!cluster && operator.length + from.length === 0) {
        throw new CannotRun(
          'Against which definitions? Give --cluster, --operator or --from.',
        );
      }
      const helm = findHelm(options.helm);
      const environments = await render(helm, directory, options.environment);
      const sources: DefinitionSource[] = [];
      for (const name of operator) {
        terminal.progress(`reading the definitions of ${name}`);
        sources.push(await fromOperator(name));
      }
      for (const place of from) sources.push(await fromPlace(place));
      if (cluster) {
        const all = environments.flatMap(({ objects }) => objects);
        sources.push(await askCluster(all, options.context));
      }
      const reports = environments.map(({ name, objects }) => ({
        name,
        ...checkObjects(objects, sources),
      }));
      say(sources, reports, options.output);
      const found = reports.some(({ problems }) => problems.length > 0);
      exit(found ? EXIT.found : EXIT.ok);
    });

  async function render(helm: Helm, directory: string, wanted?: string[]) {
    const pipeline = await openPipeline(directory);
    const here = { label: 'here', pipeline };
    const rendered = [];
    for (const { name } of chooseEnvironments(pipeline, wanted)) {
      terminal.progress(`rendering ${name}`);
      const objects = await objectsIn(helm, here, name);
      rendered.push({ name, objects });
    }
    return rendered;
  }

  async function askCluster(objects: RenderedObject[], context?: string) {
    const client = new ClusterClient(await readKubeconfig({ context }));
    terminal.progress(`asking ${client.name}`);
    try {
      return await fromCluster(client, objects);
    } finally {
      client.close();
    }
  }

  function say(
    sources: DefinitionSource[],
    reports: Array<ObjectsReport & { name: string }>,
    output: CrdsOptions['output'],
  ) {
    const labels = sources.map(({ label }) => label);
    if (output === 'json') {
      const report = { definitions: labels, environments: reports };
      terminal.out(`${JSON.stringify(report, null, 2)}\n`);
      return;
    }
    terminal.out(`Definitions of ${labels.join(', ')}\n\n`);
    for (const report of reports) {
      terminal.out(humanObjects(report.name, report, terminal.colours));
    }
  }
}
