import { ConflictError, InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  EnvironmentSpec,
  GeneratedFile,
  PipelineAnswers,
  PipelineSpec,
  PipelineValues,
  answersToForm,
  formToSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  chartsOf,
  Edit,
  editValues,
  follow,
  generatePipeline,
  readPipeline,
  refuseProblems,
  textOf,
  withFile,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { isDeepStrictEqual } from 'node:util';

/** What the wizard asks about another environment. */
export interface PromotionAnswers
  extends Pick<PipelineAnswers, 'profile' | 'kafka' | 'storageRoot'> {
  target: { environment: string; cluster: string; namespace: string };
  /** What jobs start from there; a job that is not named starts empty. */
  savepoints?: Array<{ job: string; path: string }>;
}

/**
 * Adds an environment: its values file, and what says where it goes. One that
 * is there already, just so, stays.
 *
 * @throws InputError or ConflictError that names the field and the remedy
 */
export function promote(
  files: readonly GeneratedFile[],
  answers: PromotionAnswers,
): Edit {
  const spec = readPipeline(files);
  const name = answers.target.environment;
  const environment = environmentSpec(spec, answers);
  if (Object.hasOwn(spec.environments, name)) {
    const there = spec.environments[name];
    if (isDeepStrictEqual(there, environment)) return follow(files);
    throw new ConflictError(
      `Where it runs › Environment: the pipeline has "${name}" already; choose another name, or change values-${name}.yaml`,
    );
  }
  const { cluster, namespace } = environment;
  const record = editValues(textOf(files, '.headworks.yaml'), [
    { path: ['environments', name], value: { cluster, namespace } },
  ]);
  const values = valuesFile(files, spec, name, environment);
  return follow(
    withFile(withFile(files, values), {
      path: '.headworks.yaml',
      content: record,
    }),
  );
}

function environmentSpec(
  spec: PipelineSpec,
  { target, profile, kafka, storageRoot, savepoints = [] }: PromotionAnswers,
): EnvironmentSpec {
  const form = answersToForm({
    ...{ target, kafka, storageRoot },
    name: spec.pipeline.name,
  });
  const base = spec.values.global as Record<string, JsonObject | undefined>;
  const { global: there } = formToSpec(form).values as {
    global: { kafka: JsonObject };
  };
  const otherKafka = kafka && differing(there.kafka, base.kafka ?? {});
  const global: JsonObject = {
    ...(profile && { profile }),
    ...(otherKafka && { kafka: otherKafka }),
    ...(storageRoot && { storage: { uri: form.storageUri } }),
  };
  const values: JsonObject = {
    ...(Object.keys(global).length > 0 && { global }),
    ...(savepoints.length > 0 && { flink: { jobs: starts(spec, savepoints) } }),
  };
  const { cluster, namespace } = target;
  return {
    ...{ cluster, namespace },
    ...(Object.keys(values).length > 0 && { values }),
  };
}

/** What an environment has to say anew; undefined for nothing. */
function differing(
  values: JsonObject,
  base: JsonObject,
): JsonObject | undefined {
  const entries = Object.entries(values).filter(
    ([key, value]) => !isDeepStrictEqual(value, base[key]),
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function starts(
  spec: PipelineSpec,
  savepoints: NonNullable<PromotionAnswers['savepoints']>,
): JsonObject {
  const jobs = Object.keys((spec.values as PipelineValues).flink?.jobs ?? {});
  for (const [index, { job, path }] of savepoints.entries()) {
    const at = `Savepoints › ${job}`;
    if (!jobs.includes(job)) {
      throw new InputError(
        `${at}: the pipeline has no Flink job of this name; choose one of ${
          jobs.join(', ') || 'none: there are only Spark jobs'
        }`,
      );
    }
    if (savepoints.findIndex(other => other.job === job) !== index) {
      throw new InputError(
        `${at}: stands there twice; keep one savepoint for each job`,
      );
    }
    if (!/^[a-z0-9]+:\/\/.+/.test(path)) {
      throw new InputError(
        `${at}: "${path}" is no address; give the savepoint's folder, such as s3://bucket/savepoint-1`,
      );
    }
  }
  return Object.fromEntries(
    savepoints.map(({ job, path }) => [job, { startFrom: { path, nonce: 1 } }]),
  );
}

/** As the generator writes it. */
function valuesFile(
  files: readonly GeneratedFile[],
  spec: PipelineSpec,
  name: string,
  environment: EnvironmentSpec,
): GeneratedFile {
  const path = `values-${name}.yaml`;
  const charts = chartsOf(files);
  const environments = { ...spec.environments, [name]: environment };
  const next = { ...spec, environments };
  refuseProblems(next, charts);
  return {
    path,
    content: textOf(generatePipeline({ spec: next, charts }), path),
  };
}
