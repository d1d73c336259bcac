import {
  EnvironmentView,
  Health,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** One part in every environment. */
export interface MatrixRow {
  id: string;
  name: string;
  entityRef?: string;
  /** In the order of the environments; undefined where it is not there. */
  healths: Array<Health | undefined>;
}

/** Parts × environments: Kafka clusters, then topics, then jobs. */
export function matrixOf(views: readonly EnvironmentView[]): MatrixRow[] {
  const rows = new Map<string, MatrixRow>();
  views.forEach(({ kafka, topics, jobs }, column) => {
    const put = (
      id: string,
      { name, entityRef, report }: EnvironmentView['kafka'][number] | Part,
    ) => {
      const row = rows.get(id) ?? {
        id,
        name,
        entityRef,
        healths: views.map(() => undefined),
      };
      row.healths[column] = report.health;
      rows.set(id, row);
    };
    // Each environment may have a Kafka of its own with the same name.
    kafka.forEach(one => put(`kafka ${one.name}`, one));
    topics.forEach(one => put(one.entityRef, one));
    jobs.forEach(one => put(one.entityRef, one));
  });
  return [...rows.values()];
}

type Part = EnvironmentView['topics' | 'jobs'][number];

/** Whether there is anything to see. */
export function isFine({ healths }: MatrixRow): boolean {
  return healths.every(health => health === undefined || health === 'Healthy');
}

/** The worst first; those alike as they were. */
export function worstFirst(rows: readonly MatrixRow[]): MatrixRow[] {
  const worst = ({ healths }: MatrixRow) =>
    Math.min(...healths.map(health => (health ? severity(health) : Infinity)));
  return [...rows].sort((a, b) => worst(a) - worst(b));
}
