import fs from 'node:fs/promises';
import path from 'node:path';
import {
  ANNOTATION_ENVIRONMENTS,
  parseEnvironments,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { parse, parseAllDocuments } from 'yaml';
import { CannotRun } from '../exitCodes';

/** A pipeline's repository on disk. */
export interface Pipeline {
  directory: string;
  /** The chart's name, which is the release's, too. */
  name: string;
  environments: PipelineEnvironment[];
}

/** One environment of a repository: a values file and where it goes. */
export interface PipelineEnvironment {
  name: string;
  /** Relative to the repository. */
  values: string;
  /** As catalog-info.yaml says; absent where it does not. */
  namespace?: string;
  release: string;
}

/**
 * Finds out which environments a repository has.
 *
 * @throws CannotRun where the folder is not a pipeline's
 */
export async function openPipeline(directory: string): Promise<Pipeline> {
  const names = await fs.readdir(directory).catch(() => {
    throw new CannotRun(
      `${directory}: the folder cannot be read; give the folder of a pipeline.`,
    );
  });
  if (!names.includes('Chart.yaml')) {
    throw new CannotRun(
      `${directory}: not a pipeline, there is no Chart.yaml; give the folder of a pipeline, or make one with "headworks new".`,
    );
  }
  const name = await chartName(path.join(directory, 'Chart.yaml'));
  const declared = await declaredEnvironments(directory);
  const environments = names
    .flatMap(file => /^values-(.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort()
    .map(environment => {
      const found = declared.find(entry => entry.name === environment);
      return {
        name: environment,
        values: `values-${environment}.yaml`,
        namespace: found?.namespace,
        release: found?.release ?? name,
      };
    });
  if (environments.length === 0) {
    throw new CannotRun(
      `${directory}: there is no values-<environment>.yaml; add one an environment.`,
    );
  }
  return { directory, name, environments };
}

/** Those that were asked for; all of them where none was. */
export function chooseEnvironments(
  pipeline: Pipeline,
  wanted: string[] = [],
): PipelineEnvironment[] {
  const known = pipeline.environments.map(({ name }) => name);
  const unknown = wanted.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new CannotRun(
      `--environment ${unknown}: there is no values-${unknown}.yaml; the environments are ${known.join(
        ', ',
      )}.`,
    );
  }
  return pipeline.environments.filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name),
  );
}

async function chartName(file: string): Promise<string> {
  const content = await fs.readFile(file, 'utf8');
  const name = (parseOr(content, {}) as { name?: unknown } | null)?.name;
  if (typeof name !== 'string' || name === '') {
    throw new CannotRun(`${file}: it has no name; correct it.`);
  }
  return name;
}

/** Where environments go: .headworks.yaml knows, or in older repositories the catalog's description. */
async function declaredEnvironments(
  directory: string,
): Promise<Array<{ name: string; namespace: string; release?: string }>> {
  const read = (name: string) =>
    fs.readFile(path.join(directory, name), 'utf8').catch(() => '');
  const record = parseOr(
    await read('.headworks.yaml'),
    {},
  ) as HeadworksFile | null;
  if (record?.environments) {
    return Object.entries(record.environments).map(([name, { namespace }]) => ({
      name,
      namespace,
    }));
  }
  const annotation = parseAllDocuments(await read('catalog-info.yaml'))
    .map(document => document.toJSON() as Entity | null)
    .map(entity => entity?.metadata?.annotations?.[ANNOTATION_ENVIRONMENTS])
    .find(value => value !== undefined);
  try {
    return parseEnvironments(annotation);
  } catch (error) {
    throw new CannotRun(
      `${path.join(
        directory,
        'catalog-info.yaml',
      )}: ${ANNOTATION_ENVIRONMENTS}: ${(error as Error).message}.`,
    );
  }
}

interface HeadworksFile {
  environments?: Record<string, { namespace: string }>;
}

interface Entity {
  metadata?: {
    annotations?: { [ANNOTATION_ENVIRONMENTS]?: string };
  };
}

function parseOr(content: string, otherwise: object): unknown {
  try {
    return parse(content);
  } catch {
    return otherwise;
  }
}
