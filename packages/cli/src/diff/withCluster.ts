import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { ClusterClient } from '../cluster/ClusterClient';
import { deployedObjects } from '../cluster/deployedObjects';
import { readKubeconfig } from '../cluster/kubeconfig';
import { CannotRun } from '../exitCodes';
import { chooseEnvironments, Pipeline } from '../pipeline/openPipeline';
import { objectsIn } from '../pipeline/states';
import { Terminal } from '../terminal';
import { environmentDiff, PipelineDiff } from './pipelineDiff';

/** What the folder changes against what runs in a cluster. */
export async function diffWithCluster(options: {
  terminal: Terminal;
  helm: Helm;
  pipeline: Pipeline;
  context?: string;
  environment?: string[];
}): Promise<PipelineDiff> {
  const { terminal, helm, pipeline } = options;
  const environments = chooseEnvironments(pipeline, options.environment);
  if (environments.length > 1) {
    throw new CannotRun(
      `--cluster looks at one environment: choose it with --environment (${environments
        .map(({ name }) => name)
        .join(', ')}).`,
    );
  }
  const [{ name, namespace = 'default', release }] = environments;
  const client = new ClusterClient(await readKubeconfig(options));
  try {
    terminal.progress(`rendering ${name}`);
    const here = { label: 'here', pipeline };
    const wanted = (await objectsIn(helm, here, name)).filter(isNoHook);
    terminal.progress(`asking ${client.name}`);
    const { objects, recorded } = await deployedObjects({
      client,
      release,
      namespace,
      wanted,
    });
    if (!recorded) {
      terminal.note(
        `There is no Helm release "${release}" in namespace "${namespace}" that may be read: objects and fields that the chart no longer has are not found.\n`,
      );
    }
    return {
      pipeline: pipeline.name,
      base: client.name,
      environments: [environmentDiff(name, objects, wanted)],
    };
  } finally {
    client.close();
  }
}

/** Hooks come and go with each command of Helm. */
function isNoHook({ metadata }: RenderedObject): boolean {
  return !metadata.annotations?.['helm.sh/hook'];
}
