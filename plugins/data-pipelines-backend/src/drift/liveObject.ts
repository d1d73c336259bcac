import {
  FieldDifference,
  LABEL_ENVIRONMENT,
  LABEL_PIPELINE,
  liveDifferences,
  LiveObject,
  ObjectIdentity,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { LiveAnswer } from './LiveReader';
import { shownValue } from './shownValue';

/** Whose objects may be shown. */
export interface Owner {
  pipeline: string;
  environment: string;
}

/** One object that Git renders, beside the cluster's answer. */
export function liveObject(options: {
  rendered: RenderedObject;
  identity: ObjectIdentity;
  answer: LiveAnswer;
  owner: Owner;
}): LiveObject {
  const { rendered, identity: object, answer, owner } = options;
  const differences: LiveObject['differences'] = [];
  switch (answer.state) {
    case 'unreadable':
      return {
        object,
        state: 'unreadable',
        reason: answer.reason,
        differences,
      };
    case 'missing':
      return endsByItself(rendered)
        ? {
            object,
            state: 'same',
            reason: 'It is removed some time after it has ended, as Git says',
            differences,
          }
        : { object, state: 'missing', differences };
    default:
      if (!belongsTo(owner, answer.object)) {
        return {
          object,
          state: 'unreadable',
          reason:
            'An object of this name is there, without the labels of this pipeline and environment: it may belong to somebody else',
          differences,
        };
      }
      differences.push(...liveDifferences(rendered, answer.object).map(shown));
      return {
        object,
        state: differences.length > 0 ? 'differs' : 'same',
        differences,
      };
  }
}

function shown({ path, inGit, live }: FieldDifference): FieldDifference {
  return {
    path,
    ...(inGit !== undefined && { inGit: shownValue(path, inGit) }),
    ...(live !== undefined && { live: shownValue(path, live) }),
  };
}

/** Which object it is, in the namespace it will be in. */
export function identityIn(
  { apiVersion, kind, metadata }: RenderedObject,
  namespace: string,
): ObjectIdentity {
  return {
    apiVersion,
    kind,
    namespace: metadata.namespace ?? namespace,
    name: metadata.name,
  };
}

/** Hooks come and go with each command of Helm: nothing to compare. */
export function isHook({ metadata }: RenderedObject): boolean {
  return metadata.annotations?.['helm.sh/hook'] !== undefined;
}

/**
 * A repository may render any name, with any label: only what the cluster
 * itself marks as this pipeline's is shown.
 */
function belongsTo(owner: Owner, { metadata }: RenderedObject): boolean {
  return (
    metadata.labels?.[LABEL_PIPELINE] === owner.pipeline &&
    metadata.labels[LABEL_ENVIRONMENT] === owner.environment
  );
}

const LIVES_AFTER_END = ['ttlSecondsAfterFinished', 'timeToLiveSeconds'];

function endsByItself({ spec = {} }: RenderedObject): boolean {
  return Object.entries(spec).some(
    ([field, value]) => LIVES_AFTER_END.includes(field) && value !== null,
  );
}
