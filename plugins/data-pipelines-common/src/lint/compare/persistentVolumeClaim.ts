import { info, refused, warning } from './change';
import { equal } from './equal';
import { shrinks } from './quantity';
import { isKept } from './renderedObject';
import { ruleFor } from './rule';

interface ClaimSpec {
  resources: { requests?: { storage?: string } };
  volumeAttributesClassName: string;
}

/** A volume of its own, as a Spark job or a History Server may have. */
export const persistentVolumeClaim = ruleFor<ClaimSpec>({
  group: '',
  kinds: ['PersistentVolumeClaim'],
  changed: ({ before: { spec: before }, after: { spec: after } }) => {
    const from = before.resources?.requests?.storage;
    const to = after.resources?.requests?.storage;
    const path = 'spec.resources.requests.storage';
    return [
      ...(equal(fixedPart(before), fixedPart(after))
        ? []
        : [
            refused(
              'spec',
              'Kubernetes lets only the size of a claim grow',
              'Make a second claim with another name, copy the data, then use that.',
            ),
          ]),
      ...(shrinks(from, to)
        ? [
            refused(
              path,
              `${from} cannot become ${to}: volumes do not shrink`,
              `Keep ${from}.`,
            ),
          ]
        : []),
      ...(shrinks(to, from)
        ? [
            info(
              path,
              `the volume grows from ${from} to ${to}`,
              'Check that its storage class has allowVolumeExpansion.',
            ),
          ]
        : []),
    ];
  },
  removed: claim =>
    isKept(claim)
      ? []
      : [
          warning(
            '',
            'the volume is deleted with all that is on it, unless its storage class retains it',
            'To keep it, set the annotation helm.sh/resource-policy: keep and apply that first.',
          ),
        ],
});

function fixedPart(spec: Partial<ClaimSpec>) {
  const { resources: _size, volumeAttributesClassName: _class, ...rest } = spec;
  return rest;
}
