import {
  PipelineUpgrade,
  readRepository,
  upgradePipeline,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { Command } from 'commander';
import { ownCharts } from '../charts';
import { hasChanges, isRefused } from '../diff/pipelineDiff';
import { CannotRun, EXIT } from '../exitCodes';
import { requireClean } from '../git/requireClean';
import { findHelm } from '../helmBinary';
import { openPipeline } from '../pipeline/openPipeline';
import type { CommandContext } from '../program';
import { humanDiff } from '../report/humanDiff';
import { humanUpgrade } from '../upgrade/humanUpgrade';
import { replaceFiles } from '../upgrade/replaceFiles';
import { upgradeDiff } from '../upgrade/upgradeDiff';
import { helmOption } from './options';

const HELP = `
Moves the repository to the charts of this version of headworks. Values stay as
they are written; files that people changed are kept and named. What it does to
the objects and to each running job is shown first, and nothing is written
before you agree: then everything is, or nothing.

Examples:
  $ headworks upgrade --dry-run
  $ headworks upgrade && git diff --stat
  $ npx --package @headworks/cli@latest headworks upgrade --yes

Exit codes:
  0  upgraded, or there is nothing to do
  1  it cannot be: a change is refused, or the charts refuse the values; nothing is written
  2  wrong usage, changes that are not committed, or nobody to ask
  3  --dry-run: there is an upgrade
`;

interface UpgradeOptions {
  dryRun?: boolean;
  yes?: boolean;
  force?: boolean;
  helm?: string;
}

/** `headworks upgrade` */
export function command({ terminal, exit }: CommandContext): Command {
  return new Command('upgrade')
    .argument('[directory]', 'the pipeline', '.')
    .option('--dry-run', 'show what it does, write nothing')
    .option('-y, --yes', 'ask nothing')
    .option('--force', 'also over changes that are not committed')
    .addOption(helmOption())
    .addHelpText('after', HELP)
    .action(async (directory: string, options: UpgradeOptions) => {
      const helm = findHelm(options.helm);
      const pipeline = await openPipeline(directory);
      if (!options.dryRun && !options.force) await requireClean(directory);
      const upgrade = await plan(directory);
      if (!upgrade) return exit(EXIT.found);
      const { changed, removed } = upgrade;
      if (changed.length + removed.length === 0) {
        terminal.out(`Nothing to do: the charts are ${upgrade.to}.\n`);
        return exit(EXIT.ok);
      }
      const diff = await upgradeDiff({ terminal, helm, pipeline, upgrade });
      terminal.out(humanUpgrade(upgrade, terminal.colours));
      terminal.out(`${humanDiff(diff, terminal.colours)}\n`);
      if (isRefused(diff)) {
        terminal.note(
          'Nothing is written: a change cannot be. Do what its remedy says first.\n',
        );
        return exit(EXIT.found);
      }
      if (options.dryRun) return exit(EXIT.changed);
      if (!options.yes && !(await agreed(hasChanges(diff)))) {
        terminal.note('Nothing is written.\n');
        return exit(EXIT.ok);
      }
      await replaceFiles({
        directory,
        written: upgrade.files.filter(({ path }) => changed.includes(path)),
        removed,
      });
      terminal.out(
        `The pipeline has the charts ${upgrade.to}. Look at "git diff", then commit and install it.\n`,
      );
      return exit(EXIT.ok);
    });

  async function plan(directory: string): Promise<PipelineUpgrade | undefined> {
    const files = await readRepository(directory);
    const charts = await ownCharts();
    try {
      return upgradePipeline({ files, charts });
    } catch (error) {
      if ((error as Error).name !== 'InputError') throw error;
      terminal.note(`headworks: ${(error as Error).message}\n`);
      return undefined;
    }
  }

  async function agreed(changesObjects: boolean): Promise<boolean> {
    if (!terminal.interactive) {
      throw new CannotRun(
        'Nobody can be asked: this is no terminal. Say --yes, or --dry-run.',
      );
    }
    const { ASK } = await import('../new/ask');
    const what = changesObjects ? 'files, which change objects' : 'files';
    return ASK.confirm({ message: `Write these ${what}?`, default: false });
  }
}
