import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  EnvironmentPreview,
  GeneratedFile,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { readPipeline, writeFiles } from '../generator';
import { Helm } from '../helm';
import { checkEnvironment } from './checkEnvironment';

/**
 * Renders every environment of a pipeline's repository and says what would be
 * in the cluster and what is wrong with it.
 *
 * @throws InputError that names the file, for a repository that holds no pipeline
 * @public
 */
export async function checkRepository(options: {
  /** The whole repository, our vendored charts included. */
  files: readonly GeneratedFile[];
  helm: Helm;
  signal?: AbortSignal;
}): Promise<EnvironmentPreview[]> {
  const { files, helm, signal } = options;
  const contents = new Map(files.map(file => [file.path, file.content]));
  const { pipeline, environments } = readPipeline(files);
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-check-'));
  try {
    await writeFiles(dir, files);
    const previews: EnvironmentPreview[] = [];
    for (const [environment, { namespace }] of Object.entries(environments)) {
      previews.push(
        await checkEnvironment({
          ...{ helm, dir, environment, namespace, signal },
          release: pipeline.name,
          base: contents.get('values.yaml') ?? '',
          over: contents.get(`values-${environment}.yaml`) ?? '',
        }),
      );
    }
    return previews;
  } finally {
    await fs.rm(dir, { recursive: true, force: true });
  }
}
