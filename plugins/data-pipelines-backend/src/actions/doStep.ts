import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ActionStep,
  ANNOTATION_ACTION,
  impossible,
  ObjectRef,
  Waited,
  waitedFor,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { LiveReader } from '../drift/LiveReader';
import { Action } from './Action';
import { contains } from './contains';
import { copiedSpec } from './copiedSpec';
import { askFlink, awaitFlink, FlinkHands } from './flinkSteps';
import { LiveObject, readLive } from './liveObject';
import { folderOf, pathOf } from './paths';

/** How often a patch is tried that somebody else's came before. */
const TRIES = 5;

/** With what steps are done. */
export interface Hands extends FlinkHands {
  reader: LiveReader;
}

/**
 * Does a step, or finds that it is done: doing it twice does it once. A
 * cluster that does not answer is waited for; what it refuses has failed.
 */
export async function doStep(
  step: ActionStep,
  action: Action,
  hands: Hands,
): Promise<Waited> {
  try {
    switch (step.do) {
      case 'create':
        return await create(step, action, hands);
      case 'copy':
        return await copy(step, action, hands);
      case 'patch':
        return await patch(step, action, hands);
      case 'delete':
        return await remove(step, hands);
      case 'ask-flink':
        return await askFlink(step, hands);
      case 'await-flink':
        return await awaitFlink(step, action, hands);
      case 'wait':
        return await wait(step, hands);
      default:
        return impossible(step);
    }
  } catch (error) {
    const { message } = error as Error;
    return error instanceof NotAllowedError || error instanceof NotFoundError
      ? { state: 'failed', sentence: message }
      : { state: 'waiting', sentence: message };
  }
}

async function create(
  { cluster, object }: Extract<ActionStep, { do: 'create' }>,
  action: Action,
  { reader, write }: Hands,
): Promise<Waited> {
  try {
    await write.create(cluster, folderOf(object), object);
    return { state: 'reached' };
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const { apiVersion, kind, metadata } = object;
    const { namespace, name } = metadata;
    const there = await readLive(reader, {
      cluster,
      apiVersion,
      kind,
      namespace,
      name,
    });
    return isOf(action, there)
      ? { state: 'reached' }
      : {
          state: 'failed',
          sentence: `${kind} ${name} is there already, and not of this action. Nothing was changed.`,
        };
  }
}

/** What is copied may have gone since, where this was done before. */
async function copy(
  step: Extract<ActionStep, { do: 'copy' }>,
  action: Action,
  hands: Hands,
): Promise<Waited> {
  const { source, into } = step;
  const { cluster } = source;
  const made = await readIfThere(hands.reader, {
    cluster,
    apiVersion: into.apiVersion,
    kind: into.kind,
    namespace: into.metadata.namespace,
    name: into.metadata.name,
  });
  if (made && isOf(action, made)) return { state: 'reached' };
  const there = await readLive(hands.reader, source);
  if (there.metadata.generation !== step.generation) {
    return changedMeanwhile(source);
  }
  const object = { ...into, spec: copiedSpec(step, there) };
  return create({ do: 'create', cluster, object }, action, hands);
}

async function patch(
  step: Extract<ActionStep, { do: 'patch' }>,
  action: Action,
  { reader, write }: Hands,
): Promise<Waited> {
  const { target } = step;
  for (let tries = 1; ; tries++) {
    const there = await readLive(reader, target);
    // Its mark came with the change: what was undone since was undone by others.
    if (isOf(action, there) || contains(there, step.patch))
      return { state: 'reached' };
    const { generation, uid } = there.metadata;
    if (
      (step.generation ?? generation) !== generation ||
      (step.uid ?? uid) !== uid
    ) {
      return changedMeanwhile(target);
    }
    const { resourceVersion } = there.metadata;
    try {
      await write.patch(target.cluster, pathOf(target), {
        ...step.patch,
        metadata: { ...metadataOf(step.patch), resourceVersion },
      });
      return { state: 'reached' };
    } catch (error) {
      // Mostly the operator's, which writes the status.
      if (!(error instanceof ConflictError) || tries === TRIES) throw error;
    }
  }
}

/** Only the object that was looked at: one of the same name is another. */
async function remove(
  { target, uid }: Extract<ActionStep, { do: 'delete' }>,
  { reader, write }: Hands,
): Promise<Waited> {
  const there = await readIfThere(reader, target);
  if (!there || there.metadata.deletionTimestamp) return { state: 'reached' };
  if (there.metadata.uid !== uid) return changedMeanwhile(target);
  await write.delete(target.cluster, pathOf(target), uid);
  return { state: 'reached' };
}

async function wait(
  { until, target }: Extract<ActionStep, { do: 'wait' }>,
  { reader }: Hands,
): Promise<Waited> {
  if (until !== 'snapshot-deleted') {
    return waitedFor(until, await readLive(reader, target));
  }
  const there = await readIfThere(reader, target);
  return there ? waitedFor(until, there) : { state: 'reached' };
}

async function readIfThere(reader: LiveReader, target: ObjectRef) {
  return readLive(reader, target).catch(error => {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  });
}

function isOf(action: Action, { metadata }: LiveObject): boolean {
  return metadata.annotations?.[ANNOTATION_ACTION] === action.id;
}

function changedMeanwhile({ kind, name }: ObjectRef): Waited {
  return {
    state: 'failed',
    sentence: `${kind} ${name} was changed by somebody else meanwhile. It is left as it is; look at it again.`,
  };
}

function metadataOf(change: object): object {
  return 'metadata' in change ? (change.metadata as object) : {};
}
