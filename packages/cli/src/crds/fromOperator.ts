import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CannotRun } from '../exitCodes';
import { DefinitionSource } from './definitions';
import { fetchText } from './fetchText';
import { parseDefinitions, sumOf } from './parseDefinitions';

/** Where the projects publish their definitions: paths on GitHub. */
const OPERATORS: Readonly<
  Record<string, { example: string; paths(version: string): string[] }>
> = {
  strimzi: {
    example: 'strimzi@1.2.0',
    paths: version => [
      `strimzi/strimzi-kafka-operator/releases/download/${version}/strimzi-crds-${version}.yaml`,
    ],
  },
  flink: {
    example: 'flink@1.15.0',
    paths: version =>
      ['flinkdeployments', 'flinksessionjobs', 'flinkstatesnapshots'].map(
        name =>
          `apache/flink-kubernetes-operator/raw/release-${version}/helm/flink-kubernetes-operator/crds/${name}.flink.apache.org-v1.yml`,
      ),
  },
  spark: {
    example: 'spark@2.5.2',
    paths: version =>
      ['sparkapplications', 'scheduledsparkapplications', 'sparkconnects'].map(
        name =>
          `kubeflow/spark-operator/raw/v${version}/config/crd/bases/sparkoperator.k8s.io_${name}.yaml`,
      ),
  },
};

/** Examples of every operator that is known. */
export const KNOWN_OPERATORS = Object.values(OPERATORS).map(
  ({ example }) => example,
);

/**
 * The definitions of a version of an operator, fetched once and then kept in
 * the user's cache. HEADWORKS_GITHUB names a mirror of https://github.com.
 */
export async function fromOperator(
  name: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<DefinitionSource> {
  const [, operator, version] =
    /^([a-z]+)@v?([0-9][0-9A-Za-z.-]*)$/.exec(name) ?? [];
  if (!operator || !Object.hasOwn(OPERATORS, operator)) {
    throw new CannotRun(
      `--operator ${name}: not known; write it as ${KNOWN_OPERATORS.join(
        ', ',
      )}, or give the definitions with --from.`,
    );
  }
  const text = await cached(`${operator}-${version}.yaml`, env, async () => {
    const base = (env.HEADWORKS_GITHUB || 'https://github.com').replace(
      /\/$/,
      '',
    );
    const texts: string[] = [];
    for (const place of OPERATORS[operator].paths(version)) {
      const one = await fetchText(`${base}/${place}`);
      if (parseDefinitions(place, one).length === 0) {
        throw new CannotRun(
          `${base}/${place} holds no CustomResourceDefinition. Check the version.`,
        );
      }
      texts.push(one);
    }
    return texts.join('\n---\n');
  });
  return {
    label: `${operator} ${version} (${sumOf(text)})`,
    definitions: parseDefinitions(name, text),
    complete: false,
  };
}

async function cached(
  name: string,
  env: NodeJS.ProcessEnv,
  make: () => Promise<string>,
): Promise<string> {
  const home =
    env.XDG_CACHE_HOME || env.LOCALAPPDATA || path.join(os.homedir(), '.cache');
  const file = path.join(home, 'headworks', 'operators', name);
  const kept = await fs.readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const text = await make();
  // Takes its name only when it is complete; a cache that cannot be written is none.
  const half = `${file}.${process.pid}`;
  await fs
    .mkdir(path.dirname(file), { recursive: true })
    .then(() => fs.writeFile(half, text))
    .then(() => fs.rename(half, file))
    .catch(() => fs.rm(half, { force: true }).catch(() => {}));
  return text;
}
