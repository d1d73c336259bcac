import {
  GeneratedFile,
  Problem,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  chartsOf,
  readPipeline,
  validateSpec,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { CheckFinding } from './checkFinding';
import { locateValue } from './valueLocation';

const COMMON = { severity: 'error', rule: 'values' } as const;

/**
 * What is wrong with a repository's values, in better words than Helm's;
 * nothing where the charts are not in the repository, so that only Helm knows.
 */
export function valuesFindings(
  files: readonly GeneratedFile[],
): CheckFinding[] {
  const charts = orNothing(() => chartsOf(files));
  if (!charts) return [];
  try {
    return validateSpec(readPipeline(files), charts).map(problem =>
      toFinding(problem, files),
    );
  } catch (error) {
    return [unreadable((error as Error).message)];
  }
}

function orNothing<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/** `readPipeline` says "file: problem; remedy". */
function unreadable(message: string): CheckFinding {
  const [, file = 'values.yaml', problem = message, remedy = 'correct it'] =
    /^([^\s:]+): (.+?)(?:; (.+))?$/s.exec(message) ?? [];
  return { ...COMMON, problem, remedy, file, line: 1 };
}

function toFinding(
  { path, problem, remedy }: Problem,
  files: readonly GeneratedFile[],
): CheckFinding {
  const { value, environment, names } = placeOf(path);
  const place = locateValue(
    value,
    names.map(name => ({
      path: name,
      content: files.find(file => file.path === name)?.content ?? '',
    })),
  );
  return {
    ...COMMON,
    ...(environment && { environment }),
    ...{ value, problem, remedy },
    ...place,
  };
}

/** Where a specification's path stands in the repository. */
function placeOf(path: string): {
  value: string;
  environment?: string;
  names: string[];
} {
  const [, environment, value] =
    /^environments\.([^.]+)\.values\.?(.*)$/.exec(path) ?? [];
  if (environment !== undefined) {
    return { value, environment, names: [`values-${environment}.yaml`] };
  }
  if (path === 'values' || path.startsWith('values.')) {
    return { value: path.slice('values.'.length), names: ['values.yaml'] };
  }
  return path.startsWith('pipeline.')
    ? { value: `global.${path}`, names: ['values.yaml'] }
    : { value: path, names: ['.headworks.yaml'] };
}
