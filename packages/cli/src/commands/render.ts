import fs from 'node:fs/promises';
import path from 'node:path';
import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { Command } from 'commander';
import { CannotRun, EXIT } from '../exitCodes';
import { findHelm } from '../helmBinary';
import { objectFiles, objectsText } from '../pipeline/objectsText';
import { chooseEnvironments, openPipeline } from '../pipeline/openPipeline';
import { renderPipeline } from '../pipeline/renderPipeline';
import type { CommandContext } from '../program';
import { helmOption } from './options';

const HELP = `
Examples:
  $ headworks render -e dev
  $ headworks render -e prod | kubectl diff -f -
  $ headworks render pipelines/clickstream -e prod -o rendered/prod

Exit codes:
  0  rendered
  2  wrong usage, or Helm is missing or refuses; "headworks check" says where
`;

interface RenderOptions {
  environment: string;
  output?: string;
  helm?: string;
}

/** `headworks render` */
export function command({ terminal, exit }: CommandContext): Command {
  return new Command('render')
    .argument('[directory]', 'the pipeline', '.')
    .requiredOption('-e, --environment <name>', 'the environment')
    .option(
      '-o, --output <folder>',
      'a file an object, in a new or empty folder',
    )
    .addOption(helmOption())
    .addHelpText('after', HELP)
    .action(async (directory: string, options: RenderOptions) => {
      const pipeline = await openPipeline(directory);
      const [environment] = chooseEnvironments(pipeline, [options.environment]);
      const helm = findHelm(options.helm);
      terminal.progress(`rendering ${environment.name}`);
      const objects = await renderPipeline(helm, pipeline, environment);
      if (options.output === undefined) {
        terminal.out(objectsText(objects));
      } else {
        await writeObjects(options.output, objects);
        terminal.note(`${objects.length} objects in ${options.output}\n`);
      }
      exit(EXIT.ok);
    });
}

async function writeObjects(
  folder: string,
  objects: readonly RenderedObject[],
): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  if ((await fs.readdir(folder)).length > 0) {
    throw new CannotRun(
      `${folder}: the folder is not empty; give another, or empty it.`,
    );
  }
  for (const { path: name, content } of objectFiles(objects)) {
    await fs.writeFile(path.join(folder, name), content);
  }
}
