import { setTimeout as sleep } from 'node:timers/promises';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CatalogSilence,
  TYPE_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  DeclaredPipeline,
  declaredPipeline,
  pipelineRefOf,
} from './declaredPipeline';
import { countCatalog, readCatalog } from './readCatalog';

/** Milliseconds between two looks at how many entities there are. */
const LOOK = 2_000;
/** Milliseconds between two readings, or more where reading is slow. */
const READ = 10_000;
/** Reading takes this part of the time at most. */
const SHARE = 20;

/**
 * What the catalog declares, for everybody: read once with the plugin's own
 * credentials instead of once a request. Who may see what is decided
 * elsewhere.
 */
export class DeclaredPipelines {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #listeners = new Set<(refs: readonly string[]) => void>();
  readonly #abort = new AbortController();
  #pipelines = new Map<string, DeclaredPipeline>();
  /** Entity ref of a job or topic → that of its pipeline. */
  #pipelineOf = new Map<string, string>();
  #count = -1;
  #reading: Promise<void> | undefined;
  /** When all of it was read last: milliseconds. */
  #readAt: number | undefined;
  #isSilent = false;
  readonly #onSilence: () => void;

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    /** Called when the catalog falls silent, and when it answers again. */
    onSilence: () => void;
  }) {
    this.#onSilence = options.onSilence;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /** Keeps reading until stopped. Never throws. */
  async start(): Promise<void> {
    const { signal } = this.#abort;
    let next = 0;
    while (!signal.aborted) {
      try {
        const credentials = await this.#auth.getOwnServiceCredentials();
        const count = await countCatalog(this.#catalog, credentials);
        if (count === this.#count) this.#becomeSilent(false);
        if (count !== this.#count || Date.now() >= next) {
          const began = Date.now();
          await this.refresh();
          next = Date.now() + Math.max(READ, SHARE * (Date.now() - began));
        }
      } catch (error) {
        // What was read last stays.
        this.#becomeSilent(true, error);
      }
      await sleep(LOOK, undefined, { signal }).catch(() => {});
    }
  }

  stop() {
    this.#abort.abort();
  }

  /** @param listener - gets the refs of pipelines that came, went or changed */
  subscribe(listener: (refs: readonly string[]) => void) {
    this.#listeners.add(listener);
  }

  /** False until the catalog answered once. */
  get ready(): boolean {
    return this.#readAt !== undefined;
  }

  /** Set while the catalog does not answer, and did before. */
  get silence(): CatalogSilence | undefined {
    if (!this.#isSilent || this.#readAt === undefined) return undefined;
    return {
      error:
        'The catalog does not answer, so which pipelines there are is as it was; look at the log of the catalog plugin',
      asOf: new Date(this.#readAt).toISOString(),
    };
  }

  get(ref: string): DeclaredPipeline | undefined {
    return this.#pipelines.get(ref);
  }

  all(): IterableIterator<DeclaredPipeline> {
    return this.#pipelines.values();
  }

  /** Entity ref of the pipeline of a job or topic. */
  pipelineOf(ref: string): string | undefined {
    return this.#pipelineOf.get(ref);
  }

  /** Reads all of it now; those who ask at once share one reading. */
  async refresh(): Promise<void> {
    this.#reading ??= this.#refresh().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #refresh(): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    this.#take(await readCatalog(this.#catalog, credentials));
  }

  #becomeSilent(isSilent: boolean, error?: unknown) {
    if (this.#isSilent === isSilent) return;
    this.#isSilent = isSilent;
    if (isSilent) this.#logger.warn(`The catalog cannot be read: ${error}`);
    else this.#logger.info('The catalog answers again');
    this.#onSilence();
  }

  #take(entities: readonly Entity[]) {
    const parts = new Map<string, Entity[]>();
    const pipelineOf = new Map<string, string>();
    for (const entity of entities) {
      const pipeline =
        entity.spec?.type === TYPE_PIPELINE ? undefined : pipelineRefOf(entity);
      if (!pipeline) continue;
      pipelineOf.set(stringifyEntityRef(entity), pipeline);
      const known = parts.get(pipeline);
      if (known) known.push(entity);
      else parts.set(pipeline, [entity]);
    }
    const before = this.#pipelines;
    const after = new Map<string, DeclaredPipeline>();
    const changed: string[] = [];
    for (const entity of entities) {
      if (entity.spec?.type !== TYPE_PIPELINE) continue;
      const ref = stringifyEntityRef(entity);
      const now = declaredPipeline(entity, parts.get(ref) ?? []);
      const known = before.get(ref);
      const same = known && JSON.stringify(known) === JSON.stringify(now);
      after.set(ref, same ? known : now);
      if (!same) changed.push(ref);
    }
    const gone = [...before.keys()].filter(ref => !after.has(ref));
    this.#pipelines = after;
    this.#pipelineOf = pipelineOf;
    this.#count = entities.length;
    this.#readAt = Date.now();
    this.#becomeSilent(false);
    const refs = [...changed, ...gone];
    if (refs.length === 0) return;
    for (const tell of this.#listeners) tell(refs);
  }
}
