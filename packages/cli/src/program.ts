import { Command } from 'commander';
import { checkCommand } from './commands/check';
import { crdsCommand } from './commands/crds';
import { newCommand } from './commands/new';
import { diffCommand } from './commands/diff';
import { renderCommand } from './commands/render';
import { keepTemporaryFilesTogether } from './scratch';
import { upgradeCommand } from './commands/upgrade';
import { Terminal } from './terminal';
import { VERSION } from './version';

const COMMANDS = [
  newCommand,
  checkCommand,
  renderCommand,
  diffCommand,
  upgradeCommand,
  crdsCommand,
];

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

/** The command line, without running it. */
export function createProgram(
  terminal: Terminal,
  exit: (code: number) => void,
): Command {
  const program = new Command('headworks')
    .description(
      'Makes, checks, compares and upgrades data pipelines: Kafka, Flink and Spark on Kubernetes.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.note })
    .showHelpAfterError('(--help says what there is)')
    .exitOverride()
    .hook('preAction', keepTemporaryFilesTogether)
    .addHelpText('after', HELP);
  const context: CommandContext = { terminal, exit };
  for (const command of COMMANDS) {
    const made = command(context);
    program.addCommand(made.copyInheritedSettings(program));
  }
  return program;
}
