import { KubernetesObject } from '../cluster/client';

/** Settings that say what becomes of state. */
const SETTINGS =
  /^(execution\.checkpointing\.(interval|dir|savepoint-dir)|high-availability\.type|kubernetes\.operator\.savepoint\.format\.type)$/;

/** Fields of a specification that tell nothing of a job's life, and are long. */
const LONG = [
  'podTemplate',
  'jobManager',
  'taskManager',
  'logConfiguration',
  'serviceAccount',
  'imagePullPolicy',
];

interface Fields {
  [name: string]: unknown;
}

/** A Flink object with what a fixture needs: no pods, no managed fields, no annotation but ours. */
export function trimmed(object: KubernetesObject): KubernetesObject {
  const { metadata, ...rest } = object;
  const { name, namespace, uid, generation, creationTimestamp, labels } =
    metadata;
  const { spec, status, ...type } = rest as Fields & typeof rest;
  return {
    ...type,
    metadata: {
      ...{ name, namespace, uid, generation, creationTimestamp },
      ...(labels && {
        labels: own(labels, /headworks|snapshot|job-reference/),
      }),
      ...(metadata.annotations && {
        annotations: own(
          metadata.annotations,
          /^headworks\.dev\/(action|requested)/,
        ),
      }),
    },
    spec: specOf(spec),
    ...(status !== undefined && { status: statusOf(status as Fields) }),
  } as KubernetesObject;
}

function specOf(spec: unknown): Fields {
  const { flinkConfiguration, ...fields } = { ...(spec as Fields) };
  for (const field of LONG) delete fields[field];
  return {
    ...fields,
    ...(flinkConfiguration !== undefined && {
      flinkConfiguration: own(flinkConfiguration as object, SETTINGS),
    }),
  };
}

function statusOf(status: Fields): Fields {
  const { reconciliationStatus, clusterInfo: _sizes, ...rest } = status;
  if (!reconciliationStatus) return rest;
  const {
    lastReconciledSpec,
    // The same but for a roll-back, which is not recorded.
    lastStableSpec: _stable,
    ...others
  } = reconciliationStatus as Record<string, string>;
  return {
    ...rest,
    reconciliationStatus: {
      ...others,
      ...(lastReconciledSpec && {
        lastReconciledSpec: told(lastReconciledSpec),
      }),
    },
  };
}

/** The operator keeps specifications as text. */
function told(text: string): string {
  const { spec, ...rest } = JSON.parse(text);
  return JSON.stringify({ ...rest, spec: specOf(spec) }, (_, value) =>
    value === null ? undefined : value,
  );
}

function own(fields: object, wanted: RegExp): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => wanted.test(name)),
  );
}
