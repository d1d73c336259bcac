import { ObjectProblem, ObjectsReport } from '../crds/checkObjects';
import { Colours } from '../terminal';

/** What does not fit, for a person. */
export function humanObjects(
  title: string,
  { checked, notChecked, problems }: ObjectsReport,
  colours: Colours,
): string {
  const head = `${colours.bold(title)} ${colours.dim(
    `${checked} objects held against their definitions`,
  )}`;
  const rest =
    notChecked.length === 0
      ? ''
      : `  not checked, for want of a definition: ${notChecked.join(', ')}\n`;
  const found =
    problems.length === 0
      ? ` ${colours.green('ok')}\n`
      : `\n${problems.map(problem => lines(problem, colours)).join('')}`;
  return `${head}${found}${rest}`;
}

function lines(
  { object, path, problem, remedy }: ObjectProblem,
  colours: Colours,
): string {
  const where = `${object.kind}/${object.name} ${path}`.trim();
  return `  ${colours.red(
    'error',
  )}  ${where}\n    ${problem}\n    → ${remedy}\n`;
}
