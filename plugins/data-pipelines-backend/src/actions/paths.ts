import { ObjectRef } from '@headworks/backstage-plugin-data-pipelines-common';

/** The kinds that actions make or change. */
const PLURALS: Readonly<Record<string, string>> = {
  FlinkDeployment: 'flinkdeployments',
  FlinkSessionJob: 'flinksessionjobs',
  FlinkStateSnapshot: 'flinkstatesnapshots',
  SparkApplication: 'sparkapplications',
  ScheduledSparkApplication: 'scheduledsparkapplications',
};

/** Where the API server keeps all objects of a kind in a namespace. */
export function folderOf(object: {
  apiVersion: string;
  kind: string;
  metadata: { namespace: string };
}): string {
  const { apiVersion, kind, metadata } = object;
  const plural = PLURALS[kind];
  if (!plural) throw new Error(`No action knows ${kind}`);
  return `/apis/${apiVersion}/namespaces/${metadata.namespace}/${plural}`;
}

export function pathOf({ apiVersion, kind, namespace, name }: ObjectRef) {
  return `${folderOf({ apiVersion, kind, metadata: { namespace } })}/${name}`;
}
