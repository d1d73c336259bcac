import { ForwardedError, InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { Settings } from '../settings';

/** How long to wait for the catalog, in milliseconds. */
const WAIT = 30_000;

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
      const refs = await entityRefsIn(target);
      await catalog
        .addLocation({ type: 'file', target }, { credentials })
        .catch(error => {
          // An earlier try of the same task registered it.
          if (error.statusCode === 409) return;
          throw new ForwardedError(
            `The repository ${path.dirname(
              target,
            )} is made, but the catalog refused it; remove that folder before you try again`,
            error,
          );
        });
      // The catalog processes a location in its own time; a link that leads
      // nowhere yet would look like a failure.
      const deadline = Date.now() + WAIT;
      let missing = refs;
      while (missing.length > 0 && Date.now() < deadline) {
        await sleep(250);
        const { items } = await catalog.getEntitiesByRefs(
          { entityRefs: missing },
          { credentials },
        );
        missing = missing.filter((_, index) => !items[index]);
      }
      if (missing.length > 0) {
        ctx.logger.warn(
          `Registered, but the catalog has not processed ${missing.join(
            ', ',
          )} after ${WAIT / 1000} s`,
        );
      }
      ctx.logger.info(`Registered ${refs.length} entities`);
      const name = path.basename(path.dirname(target));
      ctx.output('entityRef', `component:default/${name}`);
    },
  });
}

async function entityRefsIn(file: string): Promise<string[]> {
  const documents = parseAllDocuments(await fs.readFile(file, 'utf8'));
  return documents.map(document =>
    stringifyEntityRef(document.toJSON() as Entity),
  );
}
