import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  chartVersion,
  loadCharts,
  upgradePipeline,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { applyEdit } from '../edit/applyEdit';
import { Settings } from '../settings';

/** Moves a pipeline's repository to the portal's charts. */
export function createUpgradeAction({ settings }: { settings: Settings }) {
  return createTemplateAction({
    id: 'data-pipelines:upgrade',
    description:
      "Moves a pipeline's repository to the charts of this portal and logs what that changes in each environment",
    supportsDryRun: true,
    examples: [
      {
        description: 'To the current charts',
        example: `steps:
  - id: edit
    name: Upgrade the charts
    action: data-pipelines:upgrade
`,
      },
    ],
    schema: {
      input: {
        sourcePath: z =>
          z
            .string({ description: "The pipeline's folder in the workspace" })
            .optional(),
      },
      output: {
        changed: z =>
          z.boolean({ description: 'false where it is there already' }),
        from: z => z.string({ description: 'Version of the charts before' }),
        to: z => z.string({ description: 'Version of the charts now' }),
        branch: z => z.string({ description: 'A name for the branch' }),
        title: z => z.string({ description: 'What was done' }),
        effect: z =>
          z.string({ description: 'What it does in each environment' }),
        written: z =>
          z.array(z.string(), { description: 'Files that are new or changed' }),
        removed: z =>
          z.array(z.string(), { description: 'Files that are gone' }),
      },
    },
    async handler(ctx) {
      const charts = await loadCharts(settings.chartsDirectory);
      const to = chartVersion(charts);
      const { changed, written, removed, effect } = await applyEdit({
        directory: resolveSafeChildPath(
          ctx.workspacePath,
          ctx.input.sourcePath ?? '.',
        ),
        helm: settings.helm,
        logger: ctx.logger,
        edit(files) {
          const upgrade = upgradePipeline({ files, charts });
          ctx.logger.info(`From the charts ${upgrade.from} to ${to}`);
          ctx.output('from', upgrade.from);
          return upgrade;
        },
      });
      ctx.output('to', to);
      ctx.output('changed', changed);
      ctx.output('written', written);
      ctx.output('removed', removed);
      ctx.output('effect', effect);
      ctx.output('branch', `headworks/upgrade-${to}`);
      ctx.output('title', `Upgrade to the charts ${to}`);
    },
  });
}
