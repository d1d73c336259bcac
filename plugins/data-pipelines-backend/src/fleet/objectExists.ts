import {
  ObjectSource,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** @param object - such as `KafkaConnector/pipelines/clickstream-sink` */
export function objectExists(source: ObjectSource, object: string): boolean {
  const [kind, namespace, name] = object.split('/');
  return (Object.keys(RESOURCES) as ResourceId[]).some(
    id => RESOURCES[id].kind === kind && source.get(id, namespace, name),
  );
}
