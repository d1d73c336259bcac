import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  GeneratedFile,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Helm,
  readPipeline,
  renderObjects,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';

/** What a repository makes in each of its environments. */
export async function renderEnvironments(
  files: readonly GeneratedFile[],
  helm: Helm,
): Promise<Map<string, RenderedObject[]>> {
  const { pipeline, environments } = readPipeline(files);
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-render-'));
  try {
    await writeFiles(dir, files);
    const rendered = new Map<string, RenderedObject[]>();
    for (const [name, { namespace }] of Object.entries(environments)) {
      const objects = await renderObjects({
        ...{ helm, dir, namespace },
        release: pipeline.name,
        values: [`values-${name}.yaml`],
      });
      rendered.set(name, objects);
    }
    return rendered;
  } finally {
    await fs.rm(dir, { recursive: true, force: true });
  }
}
