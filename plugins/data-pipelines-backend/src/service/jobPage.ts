import {
  eventTime,
  EventView,
  Moment,
  ObjectEvent,
  ObjectIndex,
  ObjectRef,
  Pod,
  podProblem,
  PodView,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** As many as anybody reads. */
const EVENTS = 50;

/** Events about an object and its pods, the same ones together, newest first. */
export function eventsOf(
  source: ObjectIndex,
  object: ObjectRef,
  pods: readonly Pod[],
): EventView[] {
  const events = [
    ...source.eventsAbout(object.kind, object.namespace, object.name),
    ...source.eventsAbout('Deployment', object.namespace, object.name),
    ...pods.flatMap(({ metadata }) =>
      source.eventsAbout('Pod', metadata.namespace, metadata.name),
    ),
  ];
  const folded = new Map<string, EventView>();
  for (const event of events) {
    const view = viewOf(event);
    const key = `${view.about} ${view.reason} ${view.message}`;
    const known = folded.get(key);
    folded.set(
      key,
      known
        ? {
            ...view,
            count: known.count + view.count,
            at: known.at > view.at ? known.at : view.at,
          }
        : view,
    );
  }
  return [...folded.values()]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, EVENTS);
}

function viewOf(event: ObjectEvent): EventView {
  const { involvedObject, reason = 'Unknown', message = '', count } = event;
  return {
    at: eventTime(event) ?? '',
    type: event.type === 'Warning' ? 'Warning' : 'Normal',
    reason,
    message,
    count: count ?? 1,
    about: `${involvedObject.kind}/${involvedObject.name}`,
  };
}

/** The pods of a job, as a person wants to see them. */
export function podViews(pods: readonly Pod[], moment: Moment): PodView[] {
  return pods
    .map(pod => podView(pod, moment))
    .sort((a, b) => a.name.localeCompare(b.name));
}

const ROLES = ['component', 'spark-role', 'strimzi.io/component-type'];

function podView(pod: Pod, moment: Moment): PodView {
  const { metadata, status } = pod;
  const role = ROLES.map(label => metadata.labels[label]).find(Boolean);
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    role,
    phase: metadata.deletionTimestamp
      ? 'Terminating'
      : status?.phase ?? 'Unknown',
    ready:
      status?.conditions?.some(
        ({ type, status: holds }) => type === 'Ready' && holds === 'True',
      ) ?? false,
    restarts: (status?.containerStatuses ?? []).reduce(
      (sum, { restartCount }) => sum + (restartCount ?? 0),
      0,
    ),
    startedAt: status?.startTime,
    problem: podProblem([pod], moment)?.message,
  };
}
