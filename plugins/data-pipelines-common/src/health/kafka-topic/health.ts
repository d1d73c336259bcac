import { HealthReport } from '../../model/health';
import { KafkaTopic } from '../../resources/kafkaTopic';

/**
 * How well a topic is, from Strimzi's conditions (topics say `Ready=False`,
 * unlike other Strimzi kinds).
 *
 * @public
 */
export function kafkaTopicHealth(topic: KafkaTopic): HealthReport {
  const { metadata, status } = topic;
  const find = (type: string) =>
    status?.conditions?.find(condition => condition.type === type);
  if (metadata.deletionTimestamp) {
    return {
      health: 'Progressing',
      reason: 'Deleting',
      message: 'The topic is being deleted',
      nextStep:
        'If this lasts, the topic operator does not run; the finalizer waits for it.',
      since: metadata.deletionTimestamp,
    };
  }
  if (!status?.conditions?.length) {
    return {
      health: 'Progressing',
      reason: 'NotObserved',
      message: 'No topic operator has looked at the topic yet',
      nextStep:
        'If this lasts, check the label strimzi.io/cluster and that the cluster has an entity operator.',
      since: metadata.creationTimestamp,
    };
  }
  const paused = find('ReconciliationPaused');
  if (paused?.status === 'True') {
    return {
      health: 'Suspended',
      reason: 'ReconciliationPaused',
      message: 'Changes of the topic are paused on request',
      since: paused.lastTransitionTime,
    };
  }
  const unmanaged = find('Unmanaged');
  if (unmanaged?.status === 'True') {
    return {
      health: 'Suspended',
      reason: 'Unmanaged',
      message: 'The topic operator leaves the topic alone on request',
      since: unmanaged.lastTransitionTime,
    };
  }
  const ready = find('Ready');
  if (ready?.status === 'True') {
    const behind =
      (status.observedGeneration ?? 0) < (metadata.generation ?? 0);
    return behind
      ? {
          health: 'Progressing',
          reason: 'SpecChanged',
          message: 'The topic was changed and is not taken up yet',
        }
      : {
          health: 'Healthy',
          reason: 'Ready',
          message: 'The topic is ready',
          since: ready.lastTransitionTime,
        };
  }
  if (ready?.status === 'False') {
    return {
      health: 'Degraded',
      reason: ready.reason ?? 'NotReady',
      message: `The topic is not ready: ${plain(ready.message)}`,
      nextStep: 'Correct the topic in the values, then upgrade the release.',
      since: ready.lastTransitionTime,
    };
  }
  return {
    health: 'Unknown',
    reason: 'StatusNotUnderstood',
    message: 'The topic operator reports no Ready condition',
    nextStep: 'Look at the resource with kubectl.',
  };
}

/** Messages begin with nested Java class names; the last part is for people. */
function plain(message = 'no reason given'): string {
  return message.replace(/^(?:[\w$]+\.)+[\w$]+(?:Exception|Error): /, '');
}
