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

/** Milliseconds between two looks at how many entities there are, at least and at most. */
const LOOK = 2_000;
const LONGEST_LOOK = 5_000;
/** Milliseconds between two readings. */
const READ = 10_000;
/** A look, or a page that nobody waits for, takes one part in so many of the time. */
const LOOK_SHARE = 50;
const PAGE_SHARE = 20;

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
  /** Of a pipeline and its parts, as they were read last. */
  readonly #etags = new Map<string, string>();
  #count = -1;
  #reading: Promise<void> | undefined;
  /** When all of it was read last: milliseconds. */
  #readAt: number | undefined;
  #isReadingAgain = false;
  /** When it is to be read again, though nothing seems to be new: milliseconds. */
  #nextAt = 0;
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
    while (!signal.aborted) {
      let pause = LOOK;
      try {
        const credentials = await this.#auth.getOwnServiceCredentials();
        const began = Date.now();
        const count = await countCatalog(this.#catalog, credentials);
        pause = Math.max(LOOK, LOOK_SHARE * (Date.now() - began));
        if (count !== this.#count) await this.refresh();
        else {
          this.#becomeSilent(false);
          this.#readAgain();
        }
      } catch (error) {
        // What was read last stays.
        this.#becomeSilent(true, error);
      }
      await this.#pause(Math.min(LONGEST_LOOK, pause)).catch(() => {});
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

  /**
   * Finds what changed without another being there. Nobody waits for it, so it
   * rests between pages; one that is overtaken by {@link refresh} is dropped.
   * Never throws.
   */
  async #readAgain(): Promise<void> {
    const began = Date.now();
    if (this.#isReadingAgain || began < this.#nextAt) return;
    this.#isReadingAgain = true;
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      const entities = await readCatalog(this.#catalog, credentials, {
        rest: took => this.#pause((PAGE_SHARE - 1) * took),
      });
      if (this.#readAt && this.#readAt < began) this.#take(entities);
    } catch {
      // The next look says that the catalog does not answer.
    } finally {
      this.#isReadingAgain = false;
      this.#nextAt = Date.now() + READ;
    }
  }

  /** @throws AbortError once stopped */
  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#abort.signal });
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
      const own = parts.get(ref) ?? [];
      const etags = etagsOf([entity, ...own]);
      const known = before.get(ref);
      if (known && etags && this.#etags.get(ref) === etags) {
        after.set(ref, known);
        continue;
      }
      if (etags) this.#etags.set(ref, etags);
      const now = declaredPipeline(entity, own);
      const same = known && JSON.stringify(known) === JSON.stringify(now);
      after.set(ref, same ? known : now);
      if (!same) changed.push(ref);
    }
    const gone = [...before.keys()].filter(ref => !after.has(ref));
    for (const ref of gone) this.#etags.delete(ref);
    this.#pipelines = after;
    this.#pipelineOf = pipelineOf;
    this.#count = entities.length;
    this.#readAt = Date.now();
    this.#nextAt = this.#readAt + READ;
    this.#becomeSilent(false);
    const refs = [...changed, ...gone];
    if (refs.length === 0) return;
    for (const tell of this.#listeners) tell(refs);
  }
}

/** The catalog's own id of what entities say; nothing where one has none. */
function etagsOf(entities: readonly Entity[]): string | undefined {
  const all = entities.map(({ metadata }) => metadata.etag);
  return all.includes(undefined) ? undefined : all.join(' ');
}
