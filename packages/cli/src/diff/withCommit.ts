import path from 'node:path';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { CannotRun } from '../exitCodes';
import { Pipeline } from '../pipeline/openPipeline';
import { objectsIn, PipelineState, stateInGit } from '../pipeline/states';
import { Terminal } from '../terminal';
import { environmentDiff, PipelineDiff } from './pipelineDiff';

/** What the folder changes against a commit. */
export async function diffWithCommit(options: {
  terminal: Terminal;
  helm: Helm;
  pipeline: Pipeline;
  base: string;
  environment?: string[];
}): Promise<PipelineDiff> {
  const { terminal, helm, pipeline } = options;
  terminal.progress(`reading ${options.base}`);
  const base = await stateInGit(path.resolve(pipeline.directory), options.base);
  const here = { label: 'here', pipeline };
  const environments = [];
  for (const name of namesOf([here, base], options.environment)) {
    terminal.progress(`comparing ${name}`);
    const before = await objectsIn(helm, base, name);
    const after = await objectsIn(helm, here, name);
    environments.push(environmentDiff(name, before, after));
  }
  return { pipeline: pipeline.name, base: base.label, environments };
}

/** The environments of either state; those that were asked for. */
function namesOf(states: PipelineState[], wanted: string[] = []): string[] {
  const all = states.flatMap(({ pipeline }) =>
    (pipeline?.environments ?? []).map(({ name }) => name),
  );
  const names = [...new Set(all)].sort();
  const unknown = wanted.find(name => !names.includes(name));
  if (unknown !== undefined) {
    throw new CannotRun(
      `--environment ${unknown}: neither state has it; the environments are ${names.join(
        ', ',
      )}.`,
    );
  }
  return names.filter(name => wanted.length === 0 || wanted.includes(name));
}
