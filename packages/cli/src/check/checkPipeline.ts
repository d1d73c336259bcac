import fs from 'node:fs/promises';
import path from 'node:path';
import { JsonObject } from '@backstage/types';
import {
  lint,
  LintProfile,
  mergeValues,
  PipelineValues,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Helm,
  readRepository,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parse } from 'yaml';
import { Pipeline, PipelineEnvironment } from '../pipeline/openPipeline';
import { renderPipeline } from '../pipeline/renderPipeline';
import { CheckFinding, CheckReport } from './checkFinding';
import { helmProblems } from './helmProblems';
import { locateValue, ValuesFile } from './valueLocation';
import { valuesFindings } from './valuesFindings';

/** Checks environments of a repository: its values, what Helm refuses, else what the rules find. */
export async function checkPipeline(options: {
  pipeline: Pipeline;
  environments: readonly PipelineEnvironment[];
  helm: Helm;
  profile?: LintProfile;
  onProgress(text: string): void;
}): Promise<CheckReport> {
  const { pipeline, environments, helm, profile, onProgress } = options;
  const base = await valuesFile(pipeline, 'values.yaml');
  const report: CheckReport = {
    pipeline: pipeline.name,
    environments: [],
    findings: valuesFindings(await readRepository(pipeline.directory)).filter(
      ({ environment }) =>
        environment === undefined ||
        environments.some(({ name }) => name === environment),
    ),
  };
  for (const environment of environments) {
    onProgress(`checking ${environment.name}`);
    const files = [await valuesFile(pipeline, environment.values), base];
    const broken = files.flatMap(file => notYaml(environment.name, file));
    const { objects, findings } =
      broken.length > 0
        ? { objects: 0, findings: broken }
        : await checkEnvironment({
            pipeline,
            environment,
            helm,
            profile,
            files,
          });
    report.environments.push({ name: environment.name, objects });
    report.findings.push(
      ...findings.filter(finding => !isSaid(finding, report.findings)),
    );
  }
  return report;
}

/** Helm says again, in other words, what is wrong with the values. */
function isSaid(
  { rule, file, value }: CheckFinding,
  said: readonly CheckFinding[],
): boolean {
  return said.some(
    other =>
      other.rule === 'values' &&
      ((rule === 'values' && other.file === file) ||
        (rule === 'render' &&
          value !== undefined &&
          `${other.value}.`.startsWith(`${value}.`))),
  );
}

async function checkEnvironment(options: {
  pipeline: Pipeline;
  environment: PipelineEnvironment;
  helm: Helm;
  profile?: LintProfile;
  files: ValuesFile[];
}): Promise<{ objects: number; findings: CheckFinding[] }> {
  const { pipeline, environment, helm, profile, files } = options;
  let objects;
  try {
    objects = await renderPipeline(helm, pipeline, environment);
  } catch (error) {
    return {
      objects: 0,
      findings: refusals((error as Error).message, environment.name, files),
    };
  }
  const [over, base] = files.map(
    ({ content }) => (parse(content) ?? {}) as JsonObject,
  );
  const values = mergeValues(base, over) as PipelineValues;
  const findings = lint({ objects, values, profile }).map(finding => {
    const value = finding.value?.replace(/^values\./, '');
    return {
      environment: environment.name,
      ...finding,
      value,
      ...locateValue(value ?? '', files),
    };
  });
  return { objects: objects.length, findings };
}

function refusals(
  message: string,
  environment: string,
  files: ValuesFile[],
): CheckFinding[] {
  const common = { environment, severity: 'error', rule: 'render' } as const;
  const problems = helmProblems(message);
  return problems.length > 0
    ? problems.map(({ path: value, problem, remedy }) => ({
        ...common,
        value,
        problem,
        remedy,
        ...locateValue(value, files),
      }))
    : [
        {
          ...common,
          problem: message,
          remedy: 'correct what Helm names',
          ...locateValue('', files),
        },
      ];
}

function notYaml(environment: string, file: ValuesFile): CheckFinding[] {
  try {
    parse(file.content);
    return [];
  } catch (error) {
    const { message, linePos } = error as Error & {
      linePos?: Array<{ line: number }>;
    };
    return [
      {
        environment,
        severity: 'error',
        rule: 'values',
        problem: `not YAML: ${message.split('\n')[0].replace(/:$/, '')}`,
        remedy: 'correct the file',
        file: file.path,
        line: linePos?.[0]?.line ?? 1,
      },
    ];
  }
}

async function valuesFile(
  { directory }: Pipeline,
  name: string,
): Promise<ValuesFile> {
  const content = await fs
    .readFile(path.join(directory, name), 'utf8')
    .catch(error => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
  return { path: name, content };
}
