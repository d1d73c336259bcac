import {
  Environment,
  HealthReport,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { HealthChange } from '../service/HealthChange';
import { ShownPart } from './shownParts';

/** The health of a part as it was recorded last, by whichever portal. */
export interface RecordedHealth
  extends Pick<HealthChange, 'place'>,
    Pick<HealthReport, 'health' | 'reason'> {
  /** ISO 8601. */
  at: string;
}

/** What is shown of an environment whose cluster is live. */
export interface ShownEnvironment {
  pipelineRef: string;
  environment: Environment;
  parts: readonly ShownPart[];
  /** Whether the cluster still has the object of a part that is not shown. */
  isThere(object: string): boolean;
  version: number;
}

interface Known extends RecordedHealth {
  /** Found out by this process, not only read from what was recorded. */
  isOwn: boolean;
}

/**
 * The health of every part as it was shown last. It begins with what was
 * recorded before the portal started, so that what happened meanwhile is a
 * change like any other.
 */
export class HealthLog {
  /** pipeline, environment and cluster → entity or object → health */
  readonly #known = new Map<string, Map<string, Known>>();

  /** What was recorded before the start. */
  remember(recorded: readonly RecordedHealth[]) {
    for (const one of recorded) {
      const { place } = one;
      const key = keyOf(place.pipelineRef, place.environment, place.cluster);
      const known = this.#known.get(key) ?? new Map<string, Known>();
      this.#known.set(key, known);
      known.set(partOf(place), { ...one, isOwn: false });
    }
  }

  /** @returns what is different; every part when it is seen for the first time */
  take(shown: ShownEnvironment): HealthChange[] {
    const { pipelineRef, environment, version } = shown;
    const { cluster } = environment;
    const key = keyOf(pipelineRef, environment.name, cluster);
    const known = this.#known.get(key) ?? new Map<string, Known>();
    this.#known.set(key, known);
    const place = { pipelineRef, environment: environment.name, cluster };
    const at = new Date().toISOString();
    return [...shown.parts, ...vanished(known, shown)].flatMap(part => {
      const { entityRef, object, name, report: after } = part;
      const before = known.get(entityRef ?? name);
      const isSame =
        before?.health === after.health && before.reason === after.reason;
      if (before?.isOwn && isSame) return [];
      const change: HealthChange = {
        place: {
          ...place,
          entityRef,
          object: object ? name : before?.place.object ?? name,
        },
        before,
        after,
        version,
        at,
      };
      const { health, reason } = after;
      known.set(entityRef ?? name, {
        place: change.place,
        health,
        reason,
        at: isSame ? before.at : timeOf(change, before),
        isOwn: true,
      });
      return [change];
    });
  }

  /** The health of a part as it was told last. */
  last(
    pipelineRef: string,
    { name, cluster }: Environment,
    part: Pick<ShownPart, 'entityRef' | 'name'>,
  ): RecordedHealth | undefined {
    const known = this.#known.get(keyOf(pipelineRef, name, cluster));
    return known?.get(part.entityRef ?? part.name);
  }

  /** When a health of the environment changed last (ISO 8601). */
  changedAt(
    pipelineRef: string,
    { name, cluster }: Environment,
  ): string | undefined {
    const known = this.#known.get(keyOf(pipelineRef, name, cluster));
    return [...(known?.values() ?? [])]
      .map(({ at }) => at)
      .sort()
      .at(-1);
  }

  /** The pipeline is declared no longer. */
  forget(pipelineRef: string) {
    for (const key of this.#known.keys()) {
      if (key.startsWith(`${pipelineRef} `)) this.#known.delete(key);
    }
  }
}

/** Parts without an entity are shown while they are there. */
function vanished(
  known: ReadonlyMap<string, Known>,
  { parts, isThere }: ShownEnvironment,
): ShownPart[] {
  const names = new Set(parts.map(({ name }) => name));
  return [...known.values()].flatMap(({ place, health }) => {
    const { entityRef, object } = place;
    if (entityRef || names.has(object) || health === 'Missing') return [];
    if (isThere(object)) return [];
    const [kind, namespace, name] = object.split('/');
    return {
      name: object,
      report: {
        health: 'Missing' as const,
        reason: 'Deleted',
        message: `${kind} ${name} is not in namespace ${namespace} any more`,
      },
    };
  });
}

/** When it began, where the cluster tells and it fits what was before. */
function timeOf(
  { after, at }: HealthChange,
  before: RecordedHealth | undefined,
): string {
  const since = after.since ? Date.parse(after.since) : NaN;
  const isAfter = before ? since > Date.parse(before.at) : true;
  return isAfter && since < Date.parse(at) ? new Date(since).toISOString() : at;
}

function keyOf(pipelineRef: string, environment: string, cluster: string) {
  return `${pipelineRef} ${environment} ${cluster}`;
}

function partOf({ entityRef, object }: HealthChange['place']): string {
  return entityRef ?? object;
}
