import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  GeneratedFile,
  JobChangeQuestion,
  mergeValues,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { editValues, readPipeline, ValueEdit } from '../generator';
import { Edit, follow, textOf, withFile } from './edit';
import { imageEdits } from './imageEdits';
import { fragmentEdits } from './fragmentEdits';

/**
 * Changes values of a job in one environment's own file, whose comments stay.
 *
 * @throws InputError that names the field and the remedy
 * @public
 */
export function changeJob(
  files: readonly GeneratedFile[],
  change: JobChangeQuestion,
): Edit {
  const { environment, job, image, parallelism, values } = change;
  const spec = readPipeline(files);
  const { engine, now } = jobOf(spec, environment, job);
  const at = [engine, 'jobs', job];
  if (parallelism !== undefined && engine === 'spark') {
    throw new InputError(
      `Parallelism: ${job} is a Spark job, which has executors; give its executors under Values`,
    );
  }
  const edits: ValueEdit[] = [
    ...(image ? imageEdits([...at, 'image'], image, now.image) : []),
    ...(parallelism === undefined
      ? []
      : [{ path: [...at, 'parallelism'], value: parallelism }]),
    ...(values ? fragmentEdits(values) : []),
  ];
  if (edits.length === 0) {
    throw new InputError(
      'Change: nothing is asked for; give an image, a parallelism or values',
    );
  }
  const path = `values-${environment}.yaml`;
  const content = editValues(textOf(files, path), edits);
  return follow(withFile(files, { path, content }));
}

interface Jobs {
  jobs?: Record<string, JsonObject>;
}

function jobOf(
  spec: PipelineSpec,
  environment: string,
  job: string,
): { engine: 'flink' | 'spark'; now: JsonObject } {
  const names = Object.keys(spec.environments);
  if (!names.includes(environment)) {
    throw new InputError(
      `Environment: the pipeline has no "${environment}"; choose one of ${names.join(
        ', ',
      )}`,
    );
  }
  const merged = mergeValues(
    spec.values,
    spec.environments[environment].values ?? {},
  );
  const jobsOf = (engine: 'flink' | 'spark') =>
    (merged[engine] as Jobs | undefined)?.jobs ?? {};
  for (const engine of ['flink', 'spark'] as const) {
    if (Object.hasOwn(jobsOf(engine), job)) {
      return { engine, now: jobsOf(engine)[job] };
    }
  }
  const known = [
    ...Object.keys(jobsOf('flink')),
    ...Object.keys(jobsOf('spark')),
  ];
  throw new InputError(
    `Job: the pipeline has no "${job}" in ${environment}; choose one of ${known.join(
      ', ',
    )}`,
  );
}
