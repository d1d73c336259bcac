import { InputError } from '@backstage/errors';
import {
  GeneratedFile,
  PipelineSpec,
  toFormProblem,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  chartsOf,
  describeProblems,
  PipelineUpgrade,
  readPipeline,
  upgradePipeline,
  validateSpec,
} from '../generator';

/**
 * A pipeline's repository after an edit.
 *
 * @public
 */
export type Edit = Pick<PipelineUpgrade, 'files' | 'kept'>;

/**
 * Brings what follows from the values up to date, with the charts that the
 * repository has.
 *
 * @throws InputError that names every problem by the form's fields
 * @public
 */
export function follow(files: readonly GeneratedFile[]): Edit {
  const charts = chartsOf(files);
  refuseProblems(readPipeline(files), charts);
  return upgradePipeline({ files, charts });
}

/**
 * @throws InputError that names every problem by the form's fields
 * @public
 */
export function refuseProblems(
  spec: PipelineSpec,
  charts: readonly GeneratedFile[],
) {
  const problems = validateSpec(spec, charts);
  if (problems.length > 0) {
    throw new InputError(describeProblems(problems.map(toFormProblem)));
  }
}

/**
 * @throws InputError where the file is missing
 * @public
 */
export function textOf(files: readonly GeneratedFile[], path: string): string {
  const file = files.find(one => one.path === path);
  if (!file) {
    throw new InputError(
      `${path}: the file is missing; choose a pipeline that Headworks generated, or restore the file`,
    );
  }
  return file.content;
}

/**
 * The files with the text of one replaced, or with one more.
 *
 * @public
 */
export function withFile(
  files: readonly GeneratedFile[],
  file: GeneratedFile,
): GeneratedFile[] {
  return [...files.filter(({ path }) => path !== file.path), file];
}
