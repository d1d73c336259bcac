import { createHash } from 'node:crypto';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ClusterView,
  EnvironmentView,
  JobPageView,
  JobStateView,
  ObjectRef,
  PartRef,
  PipelineList,
  PipelineQuery,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Collector } from '../collector/Collector';
import { DeclaredPipelines } from '../declared/DeclaredPipelines';
import { Fleet, FleetEntry } from '../fleet/Fleet';
import { pipelineVerdict } from '../fleet/summary';
import { StartBook } from '../starts/StartBook';
import { Visibility, Visible } from '../visibility/Visibility';
import { JobAt, jobAt } from './jobAt';
import { JobBrokers } from './JobBrokers';
import { JobIn, jobIn } from './jobIn';
import { KeptSnapshots } from './KeptSnapshots';
import { jobStateView } from './jobStateView';
import { jobPageView } from './jobPageView';
import { PartAt, partAt, partsOf } from './partAt';
import { PipelineAt, pipelineAt } from './pipelineAt';
import { viewIn } from './viewIn';
import { ListedFleet } from '../list/ListedFleet';
import { listPipelines } from '../list/listPipelines';

/** An entity by namespace and name. */
export interface Name {
  namespace: string;
  name: string;
}

/** An answer, with an id that is another when the answer would be. */
export interface Versioned<T> {
  version: string;
  value(): T;
}

/**
 * Views for the pages: what the viewer may see of the fleet. Asks no cluster,
 * the catalog only for what the viewer may see, and brokers of Kafka, where
 * they are configured, for what a job could read again.
 */
export class PipelineService {
  readonly #brokers: JobBrokers;
  readonly #catalog: CatalogService;
  readonly #collector: Collector;
  readonly #declared: DeclaredPipelines;
  readonly #fleet: Fleet;
  readonly #listed: ListedFleet;
  readonly #snapshots: KeptSnapshots;
  readonly #starts: StartBook;
  readonly #visibility: Visibility;
  /** cluster → what is simulated there */
  readonly #simulated: ReadonlyMap<string, string>;
  /** Of this process: another one counts anew. */
  readonly #started = Date.now().toString(36);
  #clusterVersion = 0;

  constructor(options: {
    brokers: JobBrokers;
    catalog: CatalogService;
    collector: Collector;
    declared: DeclaredPipelines;
    fleet: Fleet;
    snapshots: KeptSnapshots;
    starts: StartBook;
    visibility: Visibility;
    simulated: ReadonlyMap<string, string>;
  }) {
    this.#brokers = options.brokers;
    this.#catalog = options.catalog;
    this.#collector = options.collector;
    this.#declared = options.declared;
    this.#fleet = options.fleet;
    this.#listed = new ListedFleet(options.fleet);
    this.#snapshots = options.snapshots;
    this.#starts = options.starts;
    this.#visibility = options.visibility;
    this.#simulated = options.simulated;
  }

  /** Browsers are told of a change: who asks for a list now gets it. */
  told() {
    this.#listed.told();
  }

  /** There is something new to be said of a cluster. */
  clusterChanged() {
    this.#clusterVersion++;
  }

  async list(
    query: PipelineQuery,
    credentials: BackstageCredentials,
  ): Promise<Versioned<PipelineList>> {
    await this.#whenRead();
    const visible = await this.#visibility.pipelines(credentials);
    const { version, listing } = this.#listed.of(visible);
    return {
      version: this.#version(version, visible),
      value: () => ({
        ...listPipelines(listing, query),
        clusters: this.#clusters(Object.keys(listing.facets.cluster)),
        catalog: this.#declared.silence,
      }),
    };
  }

  async view(
    ref: Name,
    credentials: BackstageCredentials,
  ): Promise<Versioned<PipelineView>> {
    const { entry, visible } = await this.#pipeline(ref, credentials);
    return {
      version: this.#version(entry.version, visible),
      value: () => ({
        entityRef: entry.pipeline.entityRef,
        verdict: pipelineVerdict(entry.pipeline, entry.environments),
        environments: entry.environments,
        clusters: this.#clusters(clustersOf(entry)),
        catalog: this.#declared.silence,
      }),
    };
  }

  async job(
    ref: Name,
    credentials: BackstageCredentials,
  ): Promise<Versioned<JobPageView>> {
    const { entry, entityRef } = await this.#job(ref, credentials);
    return this.#told(entry, jobPageView(entry, entityRef, this.#collector));
  }

  async jobState(
    ref: Name,
    credentials: BackstageCredentials,
  ): Promise<Versioned<JobStateView>> {
    const { entry, entityRef } = await this.#job(ref, credentials);
    const [kept, brokers] = await Promise.all([
      this.#keptSnapshots(entityRef),
      this.#brokers.of(entry, entityRef),
    ]);
    const known = { starts: this.#starts, kept, brokers };
    return this.#told(
      entry,
      jobStateView(entry, entityRef, this.#collector, known),
    );
  }

  /**
   * Pods, events and snapshots come and go without another verdict, so their
   * version is what is said; that a cluster was heard a moment ago is no news.
   */
  #told<T extends object>(
    entry: FleetEntry,
    view: T,
  ): Versioned<T & { clusters: ClusterView[] }> {
    const content = createHash('sha256').update(JSON.stringify(view));
    return {
      version: `${this.#started}-${content.digest('base64url')}-${
        this.#clusterVersion
      }`,
      value: () => ({ ...view, clusters: this.#clusters(clustersOf(entry)) }),
    };
  }

  /** The refs of a job and of its pipeline, where the viewer may see it. */
  async jobRefs(
    ref: Name,
    credentials: BackstageCredentials,
  ): Promise<{ entityRef: string; pipelineRef: string }> {
    const { entry, entityRef } = await this.#job(ref, credentials);
    return { entityRef, pipelineRef: entry.pipeline.entityRef };
  }

  /** A job in one environment, where the viewer may see it. */
  async jobIn(
    ref: Name,
    environment: string,
    credentials: BackstageCredentials,
  ): Promise<JobIn> {
    const { entry, entityRef } = await this.#job(ref, credentials);
    return jobIn(entry, entityRef, environment);
  }

  /**
   * The same with its state, for who wants to do something with it.
   *
   * @param options - `readsAgain`: brokers are asked, too, what they still have
   */
  async jobAt(
    ref: Name,
    environment: string,
    credentials: BackstageCredentials,
    options: { readsAgain: boolean },
  ): Promise<JobAt> {
    const { entry, entityRef } = await this.#job(ref, credentials);
    const [kept, brokers] = await Promise.all([
      this.#keptSnapshots(entityRef),
      options.readsAgain
        ? this.#brokers.of(entry, entityRef, environment)
        : undefined,
    ]);
    const known = { kept, brokers };
    return jobAt(entry, entityRef, environment, this.#collector, known);
  }

  /** Objects of a pipeline that are no jobs, where the viewer may see it. */
  async parts(
    ref: Name,
    credentials: BackstageCredentials,
  ): Promise<{ pipelineRef: string; objects: ObjectRef[] }> {
    const { entry } = await this.#pipeline(ref, credentials);
    return {
      pipelineRef: entry.pipeline.entityRef,
      objects: entry.environments.flatMap(partsOf),
    };
  }

  /** One of them in one environment, for who wants to do something with it. */
  async partAt(
    ref: Name,
    environment: string,
    part: PartRef,
    credentials: BackstageCredentials,
  ): Promise<PartAt> {
    const { entry } = await this.#pipeline(ref, credentials);
    return partAt(entry, environment, part);
  }

  /** A pipeline in one environment, as far as the viewer may see it. */
  async viewIn(
    ref: Name,
    environment: string,
    credentials: BackstageCredentials,
  ): Promise<EnvironmentView> {
    const { entry } = await this.#pipeline(ref, credentials);
    return viewIn(entry.environments, environment);
  }

  /** The ref of a pipeline, where the viewer may see it. */
  async pipelineRef(
    ref: Name,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { entry } = await this.#pipeline(ref, credentials);
    return entry.pipeline.entityRef;
  }

  /** All jobs in one environment, for who wants to do something with them. */
  async pipelineAt(
    ref: Name,
    environment: string,
    credentials: BackstageCredentials,
  ): Promise<PipelineAt> {
    const { whole, entry } = await this.#pipeline(ref, credentials);
    return pipelineAt(whole, entry, environment, this.#collector);
  }

  /** Of clusters that are read: elsewhere, nothing seems to be there any more. */
  async #keptSnapshots(entityRef: string) {
    const kept = await this.#snapshots.of(entityRef);
    return kept.filter(
      ({ cluster }) => this.#collector.state(cluster)?.status === 'live',
    );
  }

  async #pipeline(
    ref: Name,
    credentials: BackstageCredentials,
  ): Promise<{ whole: FleetEntry; entry: FleetEntry; visible: Visible }> {
    const entityRef = stringifyEntityRef({ kind: 'component', ...ref });
    const whole = await this.#entry(entityRef, credentials);
    return { whole, ...(await this.#visible(whole, credentials)) };
  }

  async #job(
    ref: Name,
    credentials: BackstageCredentials,
  ): Promise<{ entry: FleetEntry; entityRef: string }> {
    const entityRef = stringifyEntityRef({ kind: 'component', ...ref });
    if (!this.#declared.pipelineOf(entityRef)) {
      await this.#look(entityRef, credentials);
    }
    const pipelineRef = this.#declared.pipelineOf(entityRef);
    const whole = pipelineRef && this.#fleet.get(pipelineRef);
    if (!whole) throw new NotFoundError(`${entityRef} is no job of a pipeline`);
    const { entry } = await this.#visible(whole, credentials, entityRef);
    if (!entry.pipeline.jobs.some(job => job.entityRef === entityRef)) {
      throw unseen(entityRef);
    }
    return { entry, entityRef };
  }

  async #entry(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<FleetEntry> {
    const known = this.#fleet.get(entityRef);
    if (known) return known;
    await this.#look(entityRef, credentials);
    const found = this.#fleet.get(entityRef);
    if (!found) throw new NotFoundError(`${entityRef} is not a data pipeline`);
    return found;
  }

  /** Somebody asks for what was registered a moment ago. */
  async #look(entityRef: string, credentials: BackstageCredentials) {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) throw unseen(entityRef);
    await this.#declared.refresh();
  }

  /** What the viewer may see of an entry; throws where that is nothing. */
  async #visible(
    entry: FleetEntry,
    credentials: BackstageCredentials,
    asked = entry.pipeline.entityRef,
  ): Promise<{ entry: FleetEntry; visible: Visible }> {
    const { pipeline, environments } = entry;
    const { entityRef } = pipeline;
    const parts = [...pipeline.jobs, ...pipeline.topics];
    const visible = await this.#visibility.among(
      entityRef,
      [entityRef, ...parts.map(part => part.entityRef)],
      credentials,
    );
    if (!visible.has(entityRef) || !visible.has(asked)) throw unseen(asked);
    const seen = (part: { entityRef: string }) => visible.has(part.entityRef);
    return {
      visible,
      entry: {
        ...entry,
        pipeline: {
          ...pipeline,
          jobs: pipeline.jobs.filter(seen),
          topics: pipeline.topics.filter(seen),
        },
        environments: environments.map(view => ({
          ...view,
          jobs: view.jobs.filter(seen),
          topics: view.topics.filter(seen),
        })),
      },
    };
  }

  /** Soon after the start: rather late than wrong. */
  async #whenRead() {
    if (!this.#declared.ready) await this.#declared.refresh();
  }

  #version(version: number, visible: Visible): string {
    return [
      this.#started,
      version,
      this.#clusterVersion,
      visible.id,
      this.#declared.silence ? 'silent' : '',
    ].join('-');
  }

  #clusters(names: readonly string[]): ClusterView[] {
    return names.map(name => {
      const state = this.#collector.state(name) ?? {
        name,
        status: 'unreachable' as const,
        error:
          this.#collector.problem ??
          `No cluster named ${name} is configured in the kubernetes section of the portal`,
      };
      return { ...state, simulated: this.#simulated.get(name) };
    });
  }
}

function clustersOf({ pipeline }: FleetEntry): string[] {
  const names = pipeline.environments.map(({ cluster }) => cluster);
  return [...new Set(names)].sort();
}

function unseen(entityRef: string) {
  return new NotFoundError(
    `${entityRef} is not in the catalog, or you may not see it`,
  );
}
