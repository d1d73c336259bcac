import {
  EnvironmentView,
  HealthReport,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** A part that is not healthy. */
export interface Problem {
  id: string;
  name: string;
  entityRef?: string;
  report: HealthReport;
}

/** Every part that is not healthy, worst first; what others stand on before them. */
export function problemsOf(view: EnvironmentView): Problem[] {
  const { kafka, topics, jobs, others } = view;
  return [
    ...kafka.map(one => ({ ...one, id: `kafka ${one.id}` })),
    ...topics.map(one => ({ ...one, id: one.entityRef })),
    ...jobs.map(one => ({ ...one, id: one.entityRef })),
    ...others.map(one => ({
      ...one,
      id: `${one.object.kind} ${one.object.namespace}/${one.object.name}`,
      entityRef: undefined,
    })),
  ]
    .filter(
      ({ report: { health, reason } }) =>
        // Without an operator nobody tells how a topic is: nothing to mend.
        health !== 'Healthy' && reason !== 'NotWatched',
    )
    .map(({ id, name, entityRef, report }) => ({ id, name, entityRef, report }))
    .sort((a, b) => severity(a.report.health) - severity(b.report.health));
}
