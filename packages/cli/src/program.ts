import { Command } from 'commander';
import { COMMANDS } from './commands';
import { keepTemporaryFilesTogether } from './scratch';
import { Terminal } from './terminal';
import { VERSION } from './version';

const HELP = `
Examples:
  $ headworks new clickstream                  ask a few questions, write the repository
  $ headworks new clickstream --from spec.yaml
  $ headworks check                            every environment of the pipeline here
  $ headworks diff --base main                 what this branch does to each running job

Exit codes:
  0  nothing to complain about
  1  the tool ran, and what it looked at is not good
  2  wrong usage, or the tool could not run
  3  diff and upgrade --dry-run: there are changes, none of them refused

The programs "helm" (4 or 3) and, for diff and upgrade, "git" must be installed.
`;

/** What every command is made with. */
export interface CommandContext {
  terminal: Terminal;
  /** Called once by a command that ran to its end. */
  exit(code: number): void;
}

/** The command line for these arguments, without running it. */
export async function createProgram(
  args: readonly string[],
  context: CommandContext,
): Promise<Command> {
  const { out, note } = context.terminal;
  const program = new Command('headworks')
    .description(
      'Makes, checks, compares and upgrades data pipelines: Kafka, Flink and Spark on Kubernetes.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ writeOut: out, writeErr: note })
    .showHelpAfterError('(--help says what there is)')
    .exitOverride()
    .hook('preAction', keepTemporaryFilesTogether)
    .addHelpText('after', HELP);
  for (const { name, description, load } of COMMANDS) {
    // Those that are not asked for need no more than their line in the help.
    const command = args.includes(name)
      ? (await load()).command(context)
      : new Command(name).usage('[options] [directory]');
    command.description(description);
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}
