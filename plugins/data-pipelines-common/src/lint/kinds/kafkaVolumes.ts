import { ObjectOf } from '../RenderedPipeline';
import { KafkaNodePoolSpec, NodePoolVolume } from './kafka';

/** The volumes of a pool, whether it has one or a list. */
export function volumesOf({
  spec: { storage },
}: ObjectOf<KafkaNodePoolSpec>): Array<{
  volume: NodePoolVolume;
  path: string;
}> {
  if (!storage) return [];
  return storage.volumes
    ? storage.volumes.map((volume, i) => ({
        volume,
        path: `spec.storage.volumes.${volume.id ?? i}`,
      }))
    : [{ volume: storage, path: 'spec.storage' }];
}
