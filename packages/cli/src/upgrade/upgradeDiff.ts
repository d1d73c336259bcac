import path from 'node:path';
import {
  Helm,
  PipelineUpgrade,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { environmentDiff, PipelineDiff } from '../diff/pipelineDiff';
import { openPipeline, Pipeline } from '../pipeline/openPipeline';
import { objectsIn } from '../pipeline/states';
import { scratch } from '../scratch';
import { Terminal } from '../terminal';

/** What an upgrade does to the objects and jobs of every environment. */
export async function upgradeDiff(options: {
  terminal: Terminal;
  helm: Helm;
  pipeline: Pipeline;
  upgrade: PipelineUpgrade;
}): Promise<PipelineDiff> {
  const { terminal, helm, pipeline, upgrade } = options;
  const copy = path.join(scratch('upgrade'), 'pipeline');
  await writeFiles(copy, upgrade.files);
  const before = { label: `charts ${upgrade.from}`, pipeline };
  const after = {
    label: `charts ${upgrade.to}`,
    pipeline: await openPipeline(copy),
  };
  const environments = [];
  for (const { name } of pipeline.environments) {
    terminal.progress(`comparing ${name}`);
    environments.push(
      environmentDiff(
        name,
        await objectsIn(helm, before, name),
        await objectsIn(helm, after, name),
      ),
    );
  }
  return { pipeline: pipeline.name, base: before.label, environments };
}
