import { createHash } from 'node:crypto';
import { Place } from '../facts/Fact';

/** The same parts give the same id on every replica. */
function idOf(...parts: Array<string | number>): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Of an entry; `key` says which of its kind. */
export function entryId(place: Place, kind: string, key: string): string {
  const { pipelineRef, environment, cluster } = place;
  return idOf('entry', pipelineRef, environment, cluster, kind, key);
}

/** Of the part that has a health, also where its object is gone. */
export function stateId(place: Place): string {
  const { pipelineRef, environment, cluster, entityRef, object } = place;
  return idOf('state', pipelineRef, environment, cluster, entityRef ?? object);
}

/** Of the object whose spec is kept. */
export function specId(place: Place, uid: string): string {
  const { pipelineRef, environment, cluster } = place;
  return idOf('spec', pipelineRef, environment, cluster, uid);
}

/** Of one Event object's share of a folded entry. */
export function eventCountId(entry: string, uid: string): string {
  return idOf('count', entry, uid);
}
