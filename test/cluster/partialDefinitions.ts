import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { cached } from './download';
import { CONFLUENT_KINDS } from './partial/confluent';
import { PartialKind } from './partial/fields';
import { SPARK_APACHE_KINDS } from './partial/sparkApache';

/** Kinds that are checked against what we render of them, not against their own schema. */
export const PARTIAL_KINDS: readonly PartialKind[] = [
  ...CONFLUENT_KINDS,
  ...SPARK_APACHE_KINDS,
];

/**
 * CRDs of operators that no package registry has: they know the fields that
 * our charts render and refuse every other. A field that is right but missing
 * here is an error as well; what the operator itself would say is not tested.
 */
export async function partialDefinitions(): Promise<string> {
  const files = PARTIAL_KINDS.map(kind => ({
    name: `${kind.plural}.${kind.group}.yaml`,
    content: stringify(definition(kind), { aliasDuplicateObjects: false }),
  }));
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  return cached(`crds/partial-${hash.slice(0, 12)}`, async target => {
    fs.mkdirSync(target);
    for (const { name, content } of files) {
      fs.writeFileSync(path.join(target, name), content);
    }
  });
}

function definition({
  group,
  version,
  kind,
  plural,
  spec,
  status,
}: PartialKind) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: {
        kind,
        plural,
        singular: kind.toLowerCase(),
        listKind: `${kind}List`,
      },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              required: ['spec'],
              properties: { spec, status: status ?? OPEN },
            },
          },
          subresources: { status: {} },
        },
      ],
    },
  };
}

const OPEN = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
