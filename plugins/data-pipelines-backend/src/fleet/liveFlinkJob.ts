import {
  FlinkDeployment,
  FlinkSessionJob,
  ObjectIndex,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** A live job that Flink's operator watches; undefined for any other. */
export function liveFlinkJob(
  source: ObjectIndex,
  { kind, namespace, name }: ObjectRef,
): FlinkDeployment | FlinkSessionJob | undefined {
  switch (kind) {
    case 'FlinkDeployment':
      return source.get('flinkdeployments.flink.apache.org', namespace, name);
    case 'FlinkSessionJob':
      return source.get('flinksessionjobs.flink.apache.org', namespace, name);
    default:
      return undefined;
  }
}
