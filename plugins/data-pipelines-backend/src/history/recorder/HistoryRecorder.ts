import {
  KnownObjects,
  ObjectIndex,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange, ObjectChange } from '../../collector/ObjectChange';
import { HealthChange } from '../../service/HealthChange';
import { specId } from '../database/ids';
import { Fact, Place, PlacedFact } from '../facts/Fact';
import { factsOfStats, newsOf } from '../facts/factsOf';
import { transitionFact } from '../facts/transition';
import { Claims } from './Claims';
import { immediate, slices } from './slices';
import { Subject, subjectOf } from './subject';

/** Turns what is seen into facts of the pipelines that it concerns. */
export class HistoryRecorder {
  readonly #claims: Claims;
  readonly #source: (cluster: string) => ObjectIndex;
  readonly #record: (facts: readonly PlacedFact[]) => void;
  /** Generation of every object whose spec is kept, by {@link specId}. */
  readonly #generations: Map<string, number>;

  constructor(options: {
    claims: Claims;
    source: (cluster: string) => ObjectIndex;
    record: (facts: readonly PlacedFact[]) => void;
    /** As the store knows them: an unchanged spec is not written again. */
    generations: ReadonlyMap<string, number>;
  }) {
    this.#claims = options.claims;
    this.#source = options.source;
    this.#record = options.record;
    this.#generations = new Map(options.generations);
  }

  objectsChanged(changes: readonly ObjectChange[]) {
    for (const change of changes) this.#objectChanged(change);
  }

  /** What Flink's own answer says. */
  statsChanged(change: FlinkStatsChange) {
    const { cluster, resource, namespace, name } = change;
    if (resource === 'pods' || resource === 'events') return;
    const object = this.#source(cluster).get(resource, namespace, name);
    const facts = object ? factsOfStats(change, object) : [];
    if (!object || facts.length === 0) return;
    const { kind } = RESOURCES[resource];
    const { metadata } = object;
    this.#place(cluster, { resource, kind, metadata }, facts);
  }

  healthChanged(changes: readonly HealthChange[]) {
    this.#record(changes.map(transitionFact));
  }

  /**
   * What a cluster shows now, as if it were seen for the first time: after a
   * start, or when the catalog declares more. What is recorded already changes
   * nothing.
   */
  async catchUp(cluster: string): Promise<void> {
    const source = this.#source(cluster);
    const at = new Date().toISOString();
    for (const resource of Object.keys(RESOURCES) as ResourceId[]) {
      for (const objects of slices(source.all(resource))) {
        this.objectsChanged(
          objects.map(
            after => ({ cluster, resource, after, at } as ObjectChange),
          ),
        );
        await immediate();
      }
    }
  }

  /** Ids of the specs that are kept. */
  specIds(): string[] {
    return [...this.#generations.keys()];
  }

  #objectChanged(change: ObjectChange) {
    const facts = newsOf(change);
    if (facts.length === 0) return;
    const { cluster, resource } = change;
    const object = (change.after ??
      change.before) as KnownObjects[typeof resource];
    const subject = subjectOf(resource, object, this.#source(cluster));
    if (subject) this.#place(cluster, subject, facts);
  }

  #place(cluster: string, subject: Subject, facts: readonly Fact[]) {
    const object = nameOf(subject.kind, subject.metadata);
    const placed = this.#claims.of(cluster, subject).flatMap(claim => {
      const place: Place = { ...claim, cluster, object };
      return facts.map(fact => ({ ...fact, place }));
    });
    this.#record(placed.filter(fact => this.#isNews(fact)));
  }

  /** Specs are long, and most are those of yesterday. */
  #isNews(fact: PlacedFact): boolean {
    if (fact.kind !== 'upgrade') return true;
    const id = specId(fact.place, fact.uid);
    if (this.#generations.get(id) === fact.generation) return false;
    this.#generations.set(id, fact.generation);
    return true;
  }
}

function nameOf(
  kind: string,
  { namespace, name }: { namespace: string; name: string },
): string {
  return `${kind}/${namespace}/${name}`;
}
