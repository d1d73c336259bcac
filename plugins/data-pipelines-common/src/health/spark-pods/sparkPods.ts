import { IndexedLabel, ObjectSource } from '../../objects/ObjectSource';
import { Pod } from '../../resources/pod';

/** The pods of one Spark application. */
export interface SparkPods {
  driver?: Pod;
  executors: readonly Pod[];
}

/** Label of Spark's own; the same on the driver and its executors. */
const APPLICATION = 'spark-app-selector';

/**
 * The driver and its executors. An operator's label tells which pods belong to
 * an application, Spark's own which executors to the driver of now.
 */
export function sparkPods(
  source: ObjectSource,
  where: { namespace: string; label: IndexedLabel; name: string },
): SparkPods {
  const { namespace, label, name } = where;
  const pods = source.labelled('pods', namespace, label, name);
  return withExecutors(
    source,
    pods.find(pod => role(pod) === 'driver'),
    pods.filter(pod => role(pod) === 'executor'),
  );
}

/** The same for a driver whose name is known. */
export function podsOfDriver(
  source: ObjectSource,
  namespace: string,
  driver: string,
): SparkPods {
  return withExecutors(source, source.get('pods', namespace, driver), []);
}

function withExecutors(
  source: ObjectSource,
  driver: Pod | undefined,
  labelled: readonly Pod[],
): SparkPods {
  const application = driver?.metadata.labels[APPLICATION];
  if (!driver || !application) return { driver, executors: labelled };
  const { namespace } = driver.metadata;
  return {
    driver,
    executors: source
      .labelled('pods', namespace, APPLICATION, application)
      .filter(pod => role(pod) === 'executor'),
  };
}

function role(pod: Pod): string | undefined {
  return pod.metadata.labels['spark-role'];
}
