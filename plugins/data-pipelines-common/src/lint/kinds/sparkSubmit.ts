import { parse } from 'yaml';
import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { parsedText } from './parsedText';
import { PodTemplate } from './pod';
import type { SparkRun } from './spark';
import { jobLabel, propertiesOf } from './sparkProperties';
import { runnerFor, scheduleFor } from './sparkRunner';
import { RunnerSpec } from './sparkSpecs';

const FILE = 'spark.properties';
const ENDLESS = 2147483647;

/** What a Job or CronJob submits with spark-submit, from the files in its ConfigMap. */
export function submittedRuns(pipeline: RenderedPipeline): SparkRun[] {
  return pipeline
    .all<object>('', 'ConfigMap')
    .filter(({ data }) => data?.[FILE] !== undefined)
    .map(map => run(pipeline, map));
}

function run(pipeline: RenderedPipeline, map: ObjectOf<object>): SparkRun {
  const runner = runnerFor(pipeline, map);
  const { object, at, spec } = runner ?? { object: map, at: 'spec', spec: {} };
  const schedule = scheduleFor(pipeline, map);
  const { backoffLimit = 6, ttlSecondsAfterFinished: seconds } = spec;
  return {
    name: jobLabel(map),
    operator: 'submit',
    connect: false,
    object: map,
    properties: propertiesOf(map.data?.[FILE] ?? ''),
    at: property => `data.${FILE}.${property}`,
    language: languageOf(spec),
    driver: {
      at: 'data.driver.yaml',
      template: templateOf(map, 'driver.yaml'),
    },
    executor: {
      at: 'data.executor.yaml',
      template: templateOf(map, 'executor.yaml'),
    },
    restart: {
      object,
      at: `${at}.backoffLimit`,
      policy: policyOf(backoffLimit),
      retries: backoffLimit,
    },
    ...(schedule && { schedule }),
    ...(seconds !== undefined && {
      timeToLive: { object, at: `${at}.ttlSecondsAfterFinished`, seconds },
    }),
    suspended: schedule?.suspended ?? spec.suspend === true,
  };
}

function policyOf(backoffLimit: number): string {
  if (backoffLimit === 0) return 'Never';
  return backoffLimit >= ENDLESS ? 'Always' : 'OnFailure';
}

function templateOf({ data }: ObjectOf<object>, file: string): PodTemplate {
  return parsedText<PodTemplate>(data?.[file], parse) ?? {};
}

/** The program follows the script, and a class where there is one. */
function languageOf({ template }: RunnerSpec): SparkRun['language'] {
  const args = template?.spec?.containers?.[0]?.args ?? [];
  const after = args.slice(args.findIndex(arg => arg.endsWith('.sh')) + 1);
  const program = (after[0] === '--class' ? after[2] : after[0]) ?? '';
  if (program.endsWith('.py')) return 'Python';
  return program.endsWith('.R') ? 'R' : 'JVM';
}
