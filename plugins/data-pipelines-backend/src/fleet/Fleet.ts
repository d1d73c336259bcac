import { isDeepStrictEqual } from 'node:util';
import {
  ClusterView,
  Environment,
  EnvironmentView,
  Health,
  KeptStart,
  KnownObjects,
  LABEL_PIPELINE,
  ObjectRef,
  PipelineSummary,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Collector } from '../collector/Collector';
import { FlinkStatsChange, ObjectChange } from '../collector/ObjectChange';
import { DeclaredPipeline } from '../declared/declaredPipeline';
import { DeclaredPipelines } from '../declared/DeclaredPipelines';
import { HealthChange } from '../service/HealthChange';
import { certainParts } from './certainParts';
import { environmentView } from './environmentView';
import { HealthLog, RecordedHealth } from './HealthLog';
import { keysOf } from './keysOf';
import { KeyIndex } from './KeyIndex';
import { Place } from './Place';
import { pipelineSummary } from './summary';
import { objectExists } from './objectExists';
import { SeenVersions } from './SeenVersions';
import { ShownPart } from './shownParts';
import { touchedBy, touchedByObject } from './touchedBy';
import { unreadView } from './unreadView';

/** Milliseconds in which changes are taken together. */
const BATCH = 20;
/** Milliseconds after which each is looked at again, though nothing changed: rules know the time. */
const LOOK_AGAIN: Record<Health, number> = {
  Healthy: 30_000,
  Suspended: 30_000,
  // More time makes it no better, only its sentence another one.
  Degraded: 10_000,
  // It is late at some moment.
  Progressing: 3_000,
  Missing: 3_000,
  Unknown: 3_000,
};
/** Milliseconds between two looks at the clock. */
const TICK = 250;
/** Milliseconds in which as many are looked at again as there are, and not more. */
const ROUND = 30_000;
/** Those of a small fleet never wait. */
const AT_ONCE = 8;
/** Milliseconds of work after which requests are answered, and of the rest before the next. */
const SLICE = 2;
const REST = 6;
/** With more than this to be looked at a cluster was found or lost: there is no rest. */
const MANY = 250;

/** What has to be known of clusters, and how well it is known. */
type Clusters = Pick<
  Collector,
  | 'apiVersion'
  | 'lagging'
  | 'now'
  | 'resourceVersion'
  | 'serves'
  | 'source'
  | 'state'
>;

/** The starts of a job in one environment, newest first. */
export type StartsOf = (
  pipelineRef: string,
  environment: Environment,
  object: ObjectRef,
) => readonly KeptStart[];

type HealthListener = (changes: readonly HealthChange[]) => void;

/** Reasons that Flink's own answer may be the only ground for. */
const FROM_FLINK: ReadonlySet<string> = new Set([
  'CheckpointsFail',
  'NoCheckpoint',
  'RestartLoop',
]);

/** A pipeline as it is now. */
export interface FleetEntry {
  pipeline: DeclaredPipeline;
  environments: EnvironmentView[];
  summary: PipelineSummary;
  /** Of the fleet when this entry changed last. */
  version: number;
}

interface Computed extends FleetEntry {
  at: number;
  /** Of its environments. */
  text: string;
}

/**
 * Every declared pipeline with its health, computed when something changes
 * that concerns it and not when somebody looks: what a request costs does not
 * depend on clusters, and what a cluster costs does not depend on viewers.
 */
export class Fleet {
  readonly #declared: Pick<DeclaredPipelines, 'all' | 'get'>;
  readonly #collector: Clusters;
  readonly #onViews: (refs: readonly string[]) => void;
  readonly #awaitsFlink: (object: ObjectRef) => boolean;
  readonly #starts: StartsOf;
  readonly #entries = new Map<string, Computed>();
  readonly #keys = new KeyIndex();
  readonly #dirty = new Set<string>();
  /** Clusters that were in sync once: before, nothing is missing. */
  readonly #read = new Set<string>();
  readonly #health = new HealthLog();
  readonly #healthListeners = new Set<HealthListener>();
  readonly #versions = new SeenVersions();
  #batch: NodeJS.Timeout | undefined;
  #clock: NodeJS.Timeout | undefined;
  #version = 0;

  constructor(options: {
    declared: Pick<DeclaredPipelines, 'all' | 'get'>;
    collector: Clusters;
    /** Gets the refs of pipelines whose view changed. */
    onViews: (refs: readonly string[]) => void;
    /** Whether Flink is yet to say how a job is now. */
    awaitsFlink?: (object: ObjectRef) => boolean;
    starts?: StartsOf;
  }) {
    this.#declared = options.declared;
    this.#collector = options.collector;
    this.#onViews = options.onViews;
    this.#awaitsFlink = options.awaitsFlink ?? (() => false);
    this.#starts = options.starts ?? (() => []);
  }

  start() {
    this.#clock = setInterval(() => this.#timePasses(), TICK);
  }

  stop() {
    clearInterval(this.#clock);
    clearTimeout(this.#batch);
  }

  /** What was recorded before the start, so that what happened since is a change. */
  remember(recorded: readonly RecordedHealth[]) {
    this.#health.remember(recorded);
  }

  /** Tells of every part whose health is first seen or another one, where it is certain. */
  subscribeHealth(listener: HealthListener) {
    this.#healthListeners.add(listener);
  }

  /** Grows with every change of any entry. */
  get version(): number {
    return this.#version;
  }

  get(ref: string): FleetEntry | undefined {
    if (this.#dirty.has(ref)) this.#settle([ref]);
    return this.#entries.get(ref);
  }

  /** As they were a moment ago: nobody waits for what changes just then, but for what is new. */
  all(): FleetEntry[] {
    this.settleNew();
    return [...this.#entries.values()];
  }

  /** @returns whether there was something that nobody had looked at yet */
  settleNew(): boolean {
    const refs = [...this.#dirty].filter(ref => !this.#entries.has(ref));
    this.#settle(refs);
    return refs.length > 0;
  }

  /** Takes changes of live objects. */
  touch(changes: readonly ObjectChange[]) {
    for (const change of changes) {
      const { cluster } = change;
      const source = this.#collector.source(cluster);
      const refs = this.#keys.find(touchedBy(change, source));
      for (const ref of refs) this.#versions.see(ref, cluster, change.version);
      this.#mark(refs);
      // Snapshots are in no view of the fleet, but on the job's own page.
      if (change.resource === 'flinkstatesnapshots.flink.apache.org') {
        this.#onViews([...refs]);
      }
    }
  }

  /** Takes what Flink itself said of jobs. */
  statsChanged(changes: readonly FlinkStatsChange[]) {
    for (const { cluster, resource, namespace, name } of changes) {
      const source = this.#collector.source(cluster);
      const object = source.get(resource, namespace, name);
      if (object) this.#mark(this.#concernedBy(cluster, resource, object));
    }
  }

  /** Whether an object may concern a pipeline that is declared. */
  isConcerned<R extends ResourceId>(
    cluster: string,
    resource: R,
    object: KnownObjects[R],
  ): boolean {
    const pipeline = object.metadata.labels[LABEL_PIPELINE];
    return (
      (pipeline !== undefined && this.#keys.has(cluster, pipeline)) ||
      this.#concernedBy(cluster, resource, object).size > 0
    );
  }

  #concernedBy<R extends ResourceId>(
    cluster: string,
    resource: R,
    object: KnownObjects[R],
  ): Set<string> {
    const source = this.#collector.source(cluster);
    return this.#keys.find(touchedByObject(cluster, resource, object, source));
  }

  /** Takes changes of what the catalog declares. */
  declare(refs: readonly string[]) {
    this.#mark(refs);
  }

  /** A cluster was lost or found: its pipelines are stale, or no longer. */
  clusterChanged(cluster: string) {
    const concerned = [...this.#declared.all()].filter(({ environments }) =>
      environments.some(environment => environment.cluster === cluster),
    );
    this.#mark(concerned.map(({ entityRef }) => entityRef));
  }

  #mark(refs: Iterable<string>) {
    for (const ref of refs) this.#dirty.add(ref);
    if (this.#dirty.size > 0) {
      this.#batch ??= setTimeout(() => this.#work(), BATCH);
    }
  }

  /** The most overdue first: what may be late soon does not wait for what is well. */
  #timePasses() {
    const now = Date.now();
    const due: Array<{ ref: string; overdue: number }> = [];
    for (const [ref, { at, summary }] of this.#entries) {
      const overdue = (now - at) / LOOK_AGAIN[summary.verdict.health];
      if (overdue > 1) due.push({ ref, overdue });
    }
    due.sort((a, b) => b.overdue - a.overdue);
    const most = Math.max(AT_ONCE, (this.#entries.size * TICK) / ROUND);
    this.#mark(due.slice(0, most).map(({ ref }) => ref));
  }

  /** A slice of what is to be computed; the rest after what waits meanwhile. */
  #work() {
    this.#batch = undefined;
    this.#settle(this.#dirty, performance.now() + SLICE);
    const { size } = this.#dirty;
    if (size > 0) {
      this.#batch = setTimeout(() => this.#work(), size > MANY ? 0 : REST);
    }
  }

  #settle(refs: Iterable<string>, until = Infinity) {
    const changes: HealthChange[] = [];
    const views: string[] = [];
    for (const ref of refs) {
      this.#dirty.delete(ref);
      if (this.#compute(ref, changes)) views.push(ref);
      if (performance.now() > until) break;
    }
    if (changes.length > 0) {
      for (const tell of this.#healthListeners) tell(changes);
    }
    if (views.length > 0) this.#onViews(views);
  }

  /** @returns whether its view changed */
  #compute(ref: string, changes: HealthChange[]): boolean {
    const before = this.#entries.get(ref);
    const pipeline = this.#declared.get(ref);
    if (!pipeline) {
      this.#keys.forget(ref);
      this.#health.forget(ref);
      if (this.#entries.delete(ref)) this.#version++;
      return before !== undefined;
    }
    const environments = pipeline.environments.map(environment =>
      this.#environment(pipeline, environment, changes),
    );
    const text = JSON.stringify(environments);
    if (before?.text === text && isDeepStrictEqual(before.pipeline, pipeline)) {
      // What is long known stays: another one like it would only be garbage
      // that has grown old, of which a collection takes longest.
      before.at = Date.now();
      return false;
    }
    this.#version++;
    this.#entries.set(ref, {
      pipeline,
      environments,
      summary: pipelineSummary(pipeline, environments),
      text,
      at: Date.now(),
      version: this.#version,
    });
    this.#keys.put(ref, keysOf(pipeline, environments));
    return true;
  }

  #environment(
    pipeline: DeclaredPipeline,
    environment: EnvironmentView['environment'],
    changes: HealthChange[],
  ): EnvironmentView {
    const { cluster } = environment;
    const state = this.#collector.state(cluster);
    if (state?.status === 'live') this.#read.add(cluster);
    if (!this.#read.has(cluster)) {
      return unreadView(pipeline, environment, state);
    }
    const lagging = this.#collector.lagging(cluster);
    const place: Place = {
      pipeline,
      environment,
      source: this.#collector.source(cluster),
      now: this.#nowOf(cluster, state),
      apiVersion: resource => this.#collector.apiVersion(cluster, resource),
      serves: resource => this.#collector.serves(cluster, resource),
      lags: resource => lagging.has(resource),
      starts: object => this.#starts(pipeline.entityRef, environment, object),
      last: part => this.#health.last(pipeline.entityRef, environment, part),
    };
    const view = environmentView(place);
    if (state?.status === 'live') changes.push(...this.#changes(place, view));
    const { entityRef } = pipeline;
    const changedAt = latest([
      view.changedAt,
      this.#health.changedAt(entityRef, environment),
    ]);
    return state?.status === 'live'
      ? { ...view, changedAt }
      : { ...view, changedAt, verdict: { ...view.verdict, stale: true } };
  }

  #changes(place: Place, view: EnvironmentView): HealthChange[] {
    const { pipeline, environment, source } = place;
    const { cluster } = environment;
    const pipelineRef = pipeline.entityRef;
    return this.#health.take({
      pipelineRef,
      environment,
      parts: certainParts(place, view).filter(
        part => !this.#isOpen(pipelineRef, environment, part),
      ),
      isThere: object => objectExists(source, object),
      version: this.#versions.of(pipelineRef, cluster, () =>
        this.#collector.resourceVersion(cluster),
      ),
    });
  }

  /** What Flink said before only Flink takes back. */
  #isOpen(
    pipelineRef: string,
    environment: Environment,
    part: ShownPart,
  ): boolean {
    if (!part.object || part.report.health !== 'Healthy') return false;
    const last = this.#health.last(pipelineRef, environment, part);
    return (
      last !== undefined &&
      FROM_FLINK.has(last.reason) &&
      this.#awaitsFlink(part.object)
    );
  }

  /** While a cluster is silent no time passes in it: nothing is known to be late. */
  #nowOf(cluster: string, state: ClusterView | undefined): Date {
    return state?.status !== 'live' && state?.asOf
      ? new Date(state.asOf)
      : this.#collector.now(cluster);
  }
}

function latest(times: ReadonlyArray<string | undefined>): string | undefined {
  return times
    .flatMap(time => time ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}
