import { ANNOTATION_REQUESTED_BY } from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChange } from '../../collector/ObjectChange';
import { UpgradeFact } from './Fact';

/**
 * The spec of an object that somebody writes: seen first, or at another
 * generation. The store compares it with the one it knows.
 */
export function upgradeFacts(change: ObjectChange): UpgradeFact[] {
  const metadata = change.after?.metadata;
  if (!metadata?.written || !metadata.uid || !metadata.generation) return [];
  if (change.before?.metadata.generation === metadata.generation) return [];
  const { by, at, fields } = metadata.written;
  return [
    {
      kind: 'upgrade',
      at: change.before ? at ?? change.at : change.at,
      uid: metadata.uid,
      generation: metadata.generation,
      spec: fields,
      by: metadata.annotations[ANNOTATION_REQUESTED_BY] ?? by,
      deleting: metadata.deletionTimestamp !== undefined,
    },
  ];
}
