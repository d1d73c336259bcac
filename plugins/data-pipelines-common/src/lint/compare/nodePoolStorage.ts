import { Finding, info, refused, warning } from './change';
import { equal } from './equal';
import { shrinks } from './quantity';

interface Volume {
  id?: number;
  type?: string;
  size?: string;
  class?: string;
  deleteClaim?: boolean;
  kraftMetadata?: string;
  volumeAttributesClass?: string;
}

/** A single volume, or with type `jbod` several. */
export interface PoolStorage extends Volume {
  volumes?: Volume[];
}

const ANOTHER_POOL =
  'Make a second node pool with it, move the partitions there, then remove this one.';

/** Strimzi keeps what it has and says so only in a status, where storage cannot change. */
export function storageFindings(
  before: PoolStorage = {},
  after: PoolStorage = {},
): Finding[] {
  if (before.type !== after.type) {
    return [
      refused(
        'spec.storage.type',
        `storage ${before.type} cannot become ${after.type}: Strimzi keeps the old volumes`,
        ANOTHER_POOL,
      ),
    ];
  }
  if (before.type !== 'jbod') {
    return volumeFindings('spec.storage', before, after);
  }
  const [was, now] = [before.volumes ?? [], after.volumes ?? []];
  const byId = (volumes: Volume[], id?: number) =>
    volumes.find(volume => volume.id === id);
  return [
    ...was.flatMap(volume => {
      const path = `spec.storage.volumes.${volume.id}`;
      const same = byId(now, volume.id);
      return same
        ? volumeFindings(path, volume, same)
        : [
            warning(
              path,
              `volume ${volume.id} is taken from every node, with the partitions on it`,
              'Move them with a KafkaRebalance of mode remove-disks first.',
            ),
          ];
    }),
    ...now
      .filter(volume => !byId(was, volume.id))
      .map(volume =>
        info(
          `spec.storage.volumes.${volume.id}`,
          `every node gets volume ${volume.id}, empty, and rolls`,
          'Make a KafkaRebalance with rebalanceDisk afterwards to fill it.',
        ),
      ),
  ];
}

function volumeFindings(
  path: string,
  before: Volume,
  after: Volume,
): Finding[] {
  if (shrinks(before.size, after.size)) {
    return [
      refused(
        `${path}.size`,
        `${before.size} cannot become ${after.size}: volumes do not shrink`,
        ANOTHER_POOL,
      ),
    ];
  }
  const grown =
    before.size !== after.size
      ? [
          info(
            `${path}.size`,
            `volumes of ${before.size} grow to ${after.size}`,
            'Check that their storage class has allowVolumeExpansion.',
          ),
        ]
      : [];
  if (equal(fixedPart(before), fixedPart(after))) return grown;
  const key = before.class !== after.class ? 'class' : 'type';
  const what = key === 'class' ? 'storage class' : 'what a volume is made of';
  return [
    ...grown,
    refused(
      before.type === after.type && before.class === after.class
        ? path
        : `${path}.${key}`,
      `${what} cannot change: Strimzi keeps the old volumes`,
      ANOTHER_POOL,
    ),
  ];
}

/** Everything but what Strimzi can change in a volume that is there. */
function fixedPart(volume: Volume) {
  const {
    size: _size,
    deleteClaim: _claim,
    kraftMetadata: _metadata,
    volumeAttributesClass: _attributes,
    ...rest
  } = volume;
  return rest;
}
