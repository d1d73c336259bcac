import path from 'node:path';
import { Command, Option } from 'commander';
import {
  diffExitCode,
  environmentDiff,
  PipelineDiff,
} from '../diff/pipelineDiff';
import { CannotRun, EXIT } from '../exitCodes';
import { findHelm } from '../helmBinary';
import { openPipeline } from '../pipeline/openPipeline';
import { objectsIn, PipelineState, stateInGit } from '../pipeline/states';
import type { CommandContext } from '../program';
import { humanDiff } from '../report/humanDiff';
import { environmentOption, helmOption } from './options';

const HELP = `
Objects are what Helm renders of both states. In the diff, keys are in
alphabetical order.

Examples:
  $ headworks diff                          the folder against the last commit
  $ headworks diff --base origin/main -e prod
  $ headworks diff -o json --exit-zero

Exit codes:
  0  no change
  1  a change that cannot be: it is refused, with the remedy
  2  wrong usage, or a state could not be rendered or read
  3  changes, none of them refused
`;

interface DiffOptions {
  base: string;
  environment?: string[];
  output: 'human' | 'json';
  exitZero?: boolean;
  helm?: string;
}

/** `headworks diff` */
export function diffCommand({ terminal, exit }: CommandContext): Command {
  return new Command('diff')
    .description(
      'Says what changes in the objects and what that does to each running job.',
    )
    .argument('[directory]', 'the pipeline', '.')
    .option('-b, --base <ref>', 'the commit to compare with', 'HEAD')
    .addOption(environmentOption())
    .addOption(
      new Option('-o, --output <format>', 'how to say it')
        .choices(['human', 'json'])
        .default('human'),
    )
    .option('--exit-zero', 'exit code 0 whatever changes')
    .addOption(helmOption())
    .addHelpText('after', HELP)
    .action(async (directory: string, options: DiffOptions) => {
      const helm = findHelm(options.helm);
      const here = { label: 'here', pipeline: await openPipeline(directory) };
      terminal.progress(`reading ${options.base}`);
      const base = await stateInGit(path.resolve(directory), options.base);
      const diff: PipelineDiff = {
        pipeline: here.pipeline.name,
        base: base.label,
        environments: [],
      };
      for (const name of namesOf([here, base], options.environment)) {
        terminal.progress(`comparing ${name}`);
        const before = await objectsIn(helm, base, name);
        const after = await objectsIn(helm, here, name);
        diff.environments.push(environmentDiff(name, before, after));
      }
      terminal.out(
        options.output === 'json'
          ? `${JSON.stringify(diff, null, 2)}\n`
          : humanDiff(diff, terminal.colours),
      );
      exit(options.exitZero ? EXIT.ok : diffExitCode(diff));
    });
}

/** The environments of either state; those that were asked for. */
function namesOf(states: PipelineState[], wanted: string[] = []): string[] {
  const all = states.flatMap(({ pipeline }) =>
    (pipeline?.environments ?? []).map(({ name }) => name),
  );
  const names = [...new Set(all)].sort();
  const unknown = wanted.find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new CannotRun(
      `--environment ${unknown}: neither state has it; the environments are ${names.join(
        ', ',
      )}.`,
    );
  }
  return names.filter(name => wanted.length === 0 || wanted.includes(name));
}
