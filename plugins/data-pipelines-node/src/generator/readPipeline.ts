import { JsonObject } from '@backstage/types';
import { InputError } from '@backstage/errors';
import {
  ANNOTATION_ENVIRONMENTS,
  EnvironmentSpec,
  GeneratedFile,
  parseEnvironments,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { HeadworksFile, readHeadworksFile } from './headworksFile';
import { parseHelmDocuments, readMap } from './yaml/helmDocument';

/**
 * A pipeline's repository back to its specification: what `generatePipeline`
 * made it from, with the changes that people made to the values since.
 *
 * @throws InputError that names the file and the remedy
 * @public
 */
export function readPipeline(files: readonly GeneratedFile[]): PipelineSpec {
  const { global, ...charts } = readMap(
    textOf(files, 'values.yaml'),
    'values.yaml',
  );
  const { pipeline, ...shared } = asMap(global, 'values.yaml', 'global');
  const record = readHeadworksFile(files);
  const source = record?.charts.source;
  return {
    pipeline: readAbout(pipeline),
    environments: readEnvironments(files, record),
    values: { global: shared, ...present(charts) },
    ...(source && { chart: { source } }),
    ...(record?.gitops && { gitops: record.gitops }),
    ...(record?.ci && { ci: record.ci }),
  };
}

function readAbout(pipeline: unknown): PipelineSpec['pipeline'] {
  const { name, owner, title, description } = asMap(
    pipeline,
    'values.yaml',
    'global.pipeline',
  );
  if (typeof name !== 'string' || typeof owner !== 'string') {
    throw new InputError(
      'values.yaml: global.pipeline has no name or no owner; give both',
    );
  }
  return {
    name,
    owner,
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
  };
}

/** An engine that is only switched off is not in the specification. */
function present(charts: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(charts).filter(
      ([, values]) => JSON.stringify(values) !== '{"enabled":false}',
    ),
  );
}

function readEnvironments(
  files: readonly GeneratedFile[],
  record: HeadworksFile | undefined,
): Record<string, EnvironmentSpec> {
  const places = record?.environments ?? placesInCatalog(files);
  const stray = files
    .map(({ path }) => /^values-([^/]+)\.yaml$/.exec(path)?.[1])
    .find(name => name !== undefined && !Object.hasOwn(places, name));
  if (stray) {
    throw new InputError(
      `values-${stray}.yaml: nothing says where the environment goes; add environments.${stray} with cluster and namespace to .headworks.yaml`,
    );
  }
  return Object.fromEntries(
    Object.entries(places).map(([name, { cluster, namespace }]) => {
      const values = readEnvironmentValues(files, name);
      return [name, { cluster, namespace, ...(values && { values }) }];
    }),
  );
}

function readEnvironmentValues(files: readonly GeneratedFile[], name: string) {
  const path = `values-${name}.yaml`;
  const { global, ...charts } = readMap(textOf(files, path), path);
  const { environment, ...shared } = asMap(global, path, 'global');
  if (environment !== name) {
    throw new InputError(
      `${path}: global.environment is not "${name}"; give the name that the file has`,
    );
  }
  const values: JsonObject = {
    ...(Object.keys(shared).length > 0 && { global: shared }),
    ...charts,
  };
  return Object.keys(values).length > 0 ? values : undefined;
}

/** Repositories from before `.headworks.yaml` say it to the catalog alone. */
function placesInCatalog(files: readonly GeneratedFile[]) {
  const path = 'catalog-info.yaml';
  for (const document of parseHelmDocuments(textOf(files, path), path)) {
    const annotation: unknown = document.getIn([
      'metadata',
      'annotations',
      ANNOTATION_ENVIRONMENTS,
    ]);
    if (typeof annotation === 'string') {
      return Object.fromEntries(
        parseEnvironments(annotation).map(({ name, cluster, namespace }) => [
          name,
          { cluster, namespace },
        ]),
      );
    }
  }
  throw new InputError(
    `${path}: no entity has the annotation ${ANNOTATION_ENVIRONMENTS}; add it: dev=<cluster>/<namespace>/<release>`,
  );
}

function textOf(files: readonly GeneratedFile[], path: string): string {
  const file = files.find(one => one.path === path);
  if (!file) {
    throw new InputError(
      `${path}: the file is missing; choose the folder of a pipeline that Headworks generated, or restore the file`,
    );
  }
  return file.content;
}

function asMap(value: unknown, path: string, at: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`${path}: ${at} is no map; correct the file`);
  }
  return value as JsonObject;
}
