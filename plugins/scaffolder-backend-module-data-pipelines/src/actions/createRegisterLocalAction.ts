import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import path from 'node:path';
import { Settings } from '../settings';

/** Registers a local repository's entities; for the playground. */
export function createRegisterLocalAction(options: {
  settings: Settings;
  catalog: CatalogService;
}) {
  const { settings, catalog } = options;
  return createTemplateAction({
    id: 'data-pipelines:register:local',
    description:
      "Registers the catalog-info.yaml of a repository on the portal's own disk (playground)",
    schema: {
      input: {
        catalogInfoPath: z => z.string({ description: 'Path of the file' }),
      },
      output: { entityRef: z => z.string() },
    },
    async handler(ctx) {
      const target = path.resolve(ctx.input.catalogInfoPath);
      const folder = settings.localRepositories;
      if (!folder || !target.startsWith(path.resolve(folder) + path.sep)) {
        throw new InputError(
          `${target} is not in a local repository of this portal`,
        );
      }
      const credentials = await ctx.getInitiatorCredentials();
      const { entities, location } = await catalog.addLocation(
        { type: 'file', target },
        { credentials },
      );
      await catalog
        .refreshEntity(`location:default/generated-${location.id}`, {
          credentials,
        })
        .catch(() => {});
      ctx.logger.info(`Registered ${entities.length} entities`);
      const name = path.basename(path.dirname(target));
      ctx.output('entityRef', `component:default/${name}`);
    },
  });
}
