import {
  assess,
  Assessed,
  HealthReport,
  ObjectIndex,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChange } from '../../collector/ObjectChange';
import { HealthChange } from '../../service/HealthChange';
import { Claims } from './Claims';
import { immediate, slices } from './slices';
import { Subject, subjectOf } from './subject';

/** A run's object goes when its time is over: that is no change of health. */
const GOES_BY_ITSELF: ReadonlySet<Assessed> = new Set([
  'sparkapplications.sparkoperator.k8s.io',
  'sparkapplications.spark.apache.org',
  'jobs.batch',
  'flinkstatesnapshots.flink.apache.org',
] as const);

interface Known {
  cluster: string;
  subject: Subject;
  report: HealthReport;
}

/** Finds out when the health of a pipeline's object is another one. */
export class HealthWatch {
  readonly #claims: Claims;
  readonly #source: (cluster: string) => ObjectIndex;
  readonly #now: (cluster: string) => Date;
  readonly #isLive: (cluster: string) => boolean;
  readonly #apiVersion: (cluster: string, resource: ResourceId) => string;
  readonly #onChange: (changes: readonly HealthChange[]) => void;
  readonly #known = new Map<string, Known>();
  /** The newest resourceVersion of each cluster. */
  readonly #versions = new Map<string, number>();

  constructor(options: {
    claims: Claims;
    source: (cluster: string) => ObjectIndex;
    now: (cluster: string) => Date;
    /** Whether all of a cluster is known: parts of it would mislead. */
    isLive: (cluster: string) => boolean;
    apiVersion: (cluster: string, resource: ResourceId) => string;
    onChange: (changes: readonly HealthChange[]) => void;
  }) {
    this.#claims = options.claims;
    this.#source = options.source;
    this.#now = options.now;
    this.#isLive = options.isLive;
    this.#apiVersion = options.apiVersion;
    this.#onChange = options.onChange;
  }

  objectsChanged(changes: readonly ObjectChange[]) {
    const subjects = new Map<string, [string, Subject]>();
    for (const change of changes) {
      const { cluster, resource, after, before } = change;
      const version = Number(change.version) || 0;
      const newest = this.#versions.get(cluster) ?? 0;
      if (version > newest) this.#versions.set(cluster, version);
      const object = after ?? before;
      const subject =
        object && subjectOf(resource, object, this.#source(cluster));
      if (subject) subjects.set(keyOf(cluster, subject), [cluster, subject]);
    }
    this.#look([...subjects.values()]);
  }

  /**
   * Everything again, also what is gone: time alone changes a health, and what
   * changed while the cluster was silent was not looked at.
   */
  async lookAtAll(cluster: string): Promise<void> {
    const source = this.#source(cluster);
    for (const resource of Object.keys(RESOURCES) as ResourceId[]) {
      if (resource === 'pods' || resource === 'events') continue;
      for (const objects of slices(source.all(resource))) {
        this.#look(
          objects.flatMap(object => {
            const subject = subjectOf(resource, object, source);
            return subject ? [[cluster, subject] as [string, Subject]] : [];
          }),
        );
        await immediate();
      }
    }
    const known = [...this.#known.values()].filter(
      one => one.cluster === cluster,
    );
    this.#look(known.map(({ subject }) => [cluster, subject]));
  }

  #look(subjects: ReadonlyArray<[string, Subject]>) {
    const changes = subjects.flatMap(([cluster, subject]) =>
      this.#isLive(cluster) ? this.#changesOf(cluster, subject) : [],
    );
    if (changes.length > 0) this.#onChange(changes);
  }

  #changesOf(cluster: string, subject: Subject): HealthChange[] {
    const claims = this.#claims.of(cluster, subject);
    if (claims.length === 0 || isOfSchedule(subject)) return [];
    const key = keyOf(cluster, subject);
    const before = this.#known.get(key)?.report;
    const after = this.#assess(cluster, subject);
    if (!after) {
      this.#known.delete(key);
      return [];
    }
    if (before?.health === after.health && before.reason === after.reason) {
      return [];
    }
    this.#known.set(key, { cluster, subject, report: after });
    const { kind, metadata, resource } = subject;
    const { namespace, name } = metadata;
    const apiVersion = this.#apiVersion(cluster, resource);
    return claims.map(claim => ({
      ...claim,
      object: { cluster, apiVersion, kind, namespace, name },
      before,
      after,
      version: String(this.#versions.get(cluster) ?? 0),
      at: new Date().toISOString(),
    }));
  }

  #assess(cluster: string, subject: Subject): HealthReport | undefined {
    const { resource, metadata, kind } = subject;
    const { namespace, name } = metadata;
    const source = this.#source(cluster);
    const object = source.get(resource, namespace, name);
    if (object) {
      return assess(resource, object, { source, now: this.#now(cluster) });
    }
    if (GOES_BY_ITSELF.has(resource)) return undefined;
    return {
      health: 'Missing',
      reason: 'Deleted',
      message: `${kind} ${name} is not in namespace ${namespace} any more`,
    };
  }
}

/** A job has one health: that of its schedule, not of each run. */
function isOfSchedule({ metadata }: Subject): boolean {
  return 'sparkoperator.k8s.io/scheduled-app-name' in metadata.labels;
}

function keyOf(cluster: string, { resource, metadata }: Subject): string {
  return [cluster, resource, metadata.namespace, metadata.name].join('/');
}
