import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { InputError, NotImplementedError } from '@backstage/errors';
import {
  GeneratedFile,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { readPipeline, writeFiles } from '../generator';
import { Helm } from '../helm';
import { refusalText } from '../preview/helmRefusal';
import { renderObjects } from '../preview/renderObjects';

/** What a repository renders, by environment. */
export type Renderings = ReadonlyMap<string, RenderedObject[]>;

/**
 * What a repository makes in each of its environments.
 *
 * @throws InputError in Helm's words, with the environment that it refuses
 * @public
 */
export async function renderEnvironments(
  files: readonly GeneratedFile[],
  helm: Helm,
  signal?: AbortSignal,
): Promise<Renderings> {
  const { pipeline, environments } = readPipeline(files);
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-render-'));
  try {
    await writeFiles(dir, files);
    const rendered = new Map<string, RenderedObject[]>();
    for (const [name, { namespace }] of Object.entries(environments)) {
      const objects = await renderObjects({
        ...{ helm, dir, namespace, signal },
        release: pipeline.name,
        values: [`values-${name}.yaml`],
      }).catch(error => {
        if (error instanceof NotImplementedError || signal?.aborted) {
          throw error;
        }
        throw new InputError(`${name}: ${refusalText(error.message)}`);
      });
      rendered.set(name, objects);
    }
    return rendered;
  } finally {
    await fs.rm(dir, { recursive: true, force: true });
  }
}
