import {
  compare,
  Environment,
  EnvironmentDrift,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { asLive } from './asLive';
import { identityIn, isHook, liveObject } from './liveObject';
import { ClusterSilent, LiveReader } from './LiveReader';
import { mapLimited } from './mapLimited';
import { Rendering } from './renderEnvironments';
import { restoreCommand } from './restoreCommand';

/** A cluster gets at most so many requests at a time for one environment. */
const AT_ONCE = 6;

/** Every object that Git renders for an environment, beside the live one. */
export async function environmentDrift(options: {
  pipeline: string;
  environment: Environment;
  rendering: Rendering;
  live: LiveReader;
}): Promise<EnvironmentDrift> {
  const { pipeline, environment, rendering, live } = options;
  const { name, cluster, namespace } = environment;
  if (!rendering.objects) {
    return { environment, problem: rendering.problem, objects: [] };
  }
  const inGit = rendering.objects.filter(object => !isHook(object));
  const checkedAt = new Date().toISOString();
  try {
    await live.requireCluster(cluster);
    const answers = await mapLimited(inGit, AT_ONCE, async rendered => {
      const identity = identityIn(rendered, namespace);
      const answer = await live.read(cluster, identity);
      const owner = { pipeline, environment: name };
      return {
        object: liveObject({ rendered, identity, answer, owner }),
        rendered,
        live: answer.state === 'found' ? answer.object : undefined,
      };
    });
    const objects = answers.map(({ object }) => object);
    const now = answers.flatMap(one => presently(one) ?? []);
    return {
      environment,
      checkedAt,
      objects,
      restoring: compare(now, inGit),
      restore: restoreCommand(
        environment,
        answers.flatMap(one =>
          one.live && one.object.state !== 'unreadable' ? [one.live] : [],
        ),
      ),
    };
  } catch (error) {
    if (!(error instanceof ClusterSilent)) throw error;
    return { environment, problem: error.message, objects: [], checkedAt };
  }
}

function presently(answer: {
  object: EnvironmentDrift['objects'][number];
  rendered: RenderedObject;
  live?: RenderedObject;
}): RenderedObject | undefined {
  const { object, rendered, live } = answer;
  if (object.state === 'missing') return undefined;
  return object.state === 'differs' && live ? asLive(rendered, live) : rendered;
}
