import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  ANNOTATION_ENVIRONMENTS,
  EnvironmentPreview,
  GeneratedFile,
  parseEnvironments,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { InputError } from '@backstage/errors';
import { parse, parseAllDocuments } from 'yaml';
import { writeFiles } from '../generator';
import { Helm } from '../helm';
import { checkEnvironment } from './checkEnvironment';

/**
 * Renders every environment of a pipeline's repository and says what would be
 * in the cluster and what is wrong with it.
 *
 * @throws InputError for a repository that holds no pipeline
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
  const { name, environments } = describe(contents);
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-check-'));
  try {
    await writeFiles(dir, files);
    const previews: EnvironmentPreview[] = [];
    for (const [environment, namespace] of environments) {
      previews.push(
        await checkEnvironment({
          ...{ helm, dir, environment, namespace, signal },
          release: name,
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

/** The release's name, and the namespace of each environment that has a values file. */
function describe(contents: ReadonlyMap<string, string>) {
  const chart = contents.get('Chart.yaml');
  if (chart === undefined) {
    throw new InputError(
      'Chart.yaml: is missing; give the folder of a pipeline, the one with its values files',
    );
  }
  const declared = declaredEnvironments(contents.get('catalog-info.yaml'));
  const environments = [...contents.keys()]
    .map(file => /^values-([^/]+)\.yaml$/.exec(file)?.[1])
    .filter(name => name !== undefined)
    .map(name => [name, declared.get(name) ?? 'default'] as const);
  return { name: (parse(chart) as { name: string }).name, environments };
}

function declaredEnvironments(catalogInfo = ''): ReadonlyMap<string, string> {
  const text = parseAllDocuments(catalogInfo)
    .map(document =>
      document.getIn(['metadata', 'annotations', ANNOTATION_ENVIRONMENTS]),
    )
    .find(annotation => typeof annotation === 'string');
  return new Map(
    parseEnvironments(text).map(({ name, namespace }) => [name, namespace]),
  );
}
