import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { HistoryWriterView } from '@headworks/backstage-plugin-data-pipelines-common';
import { FactKind, PlacedFact } from '../facts/Fact';
import { HistoryStore } from '../HistoryStore';
import { FactBuffer } from './FactBuffer';
import { writeBatch } from './writeBatch';

const BATCH = 500;
/** Facts of so many milliseconds are written together: each batch is a commit. */
const GATHER = 400;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
/** What a portal that ends waits for, in milliseconds. */
const LAST_WRITE = 5_000;

/** How the writing goes. */
export interface WriterStatus extends Omit<HistoryWriterView, 'dropped'> {
  dropped: Partial<Record<FactKind, number>>;
}

/**
 * Writes facts in batches. Whoever tells of a fact never waits: while the
 * database is away they gather here, a bounded number of them.
 */
export class HistoryWriter {
  readonly #store: HistoryStore;
  readonly #logger: LoggerService;
  readonly #most: number;
  readonly #buffer: FactBuffer;
  readonly #stop = new AbortController();
  #dropped: Partial<Record<FactKind, number>> = {};
  #written = 0;
  #batches = 0;
  #failures = 0;
  #failing?: { since: number; error: string };
  #running: Promise<void> = Promise.resolve();
  #isRunning = false;

  constructor(options: {
    store: HistoryStore;
    logger: LoggerService;
    /** How many facts may wait. */
    most: number;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#most = options.most;
    this.#buffer = new FactBuffer({
      most: options.most,
      onDrop: kind => this.#drop(kind),
    });
  }

  add(facts: readonly PlacedFact[]) {
    for (const fact of facts) this.#buffer.add(fact);
    if (this.#isRunning || this.#stop.signal.aborted) return;
    if (this.#buffer.size === 0) return;
    this.#isRunning = true;
    this.#running = this.#run();
  }

  status(): WriterStatus {
    const { since } = this.#buffer;
    return {
      waiting: this.#buffer.size,
      ...(since && { waitingSince: new Date(since).toISOString() }),
      written: this.#written,
      batches: this.#batches,
      failures: this.#failures,
      dropped: { ...this.#dropped },
      ...(this.#failing && { error: this.#failing.error }),
    };
  }

  /** The same for people: how much was dropped, of whatever kind. */
  view(): HistoryWriterView {
    const { dropped, ...status } = this.status();
    const counts = Object.values(dropped);
    return { ...status, dropped: counts.reduce((sum, one) => sum + one, 0) };
  }

  /** Writes what waits, for as long as a portal that ends may take. */
  async stop(): Promise<void> {
    this.#stop.abort();
    const last = this.#running.then(() => this.#writeRest());
    await Promise.race([last, sleep(LAST_WRITE, undefined, { ref: false })]);
    if (this.#buffer.size > 0) {
      this.#logger.error(
        `History: ${
          this.#buffer.size
        } facts could not be written before the portal ended; what the clusters still show is recorded when it starts again`,
      );
    }
  }

  async #run(): Promise<void> {
    let pause = FIRST_PAUSE;
    await this.#pause(GATHER);
    while (this.#buffer.size > 0 && !this.#stop.signal.aborted) {
      if (await this.#writeSome()) {
        pause = FIRST_PAUSE;
        if (this.#buffer.size < BATCH) await this.#pause(GATHER);
      } else {
        await this.#pause(pause);
        pause = Math.min(LONGEST_PAUSE, pause * 2);
      }
    }
    this.#isRunning = false;
  }

  async #writeRest(): Promise<void> {
    while (this.#buffer.size > 0 && (await this.#writeSome()));
  }

  async #writeSome(): Promise<boolean> {
    const batch = this.#buffer.first(BATCH);
    try {
      const refused = await writeBatch(
        this.#store,
        batch.map(([, fact]) => fact),
      );
      this.#buffer.remove(batch);
      this.#batches++;
      this.#written += batch.length - refused.length;
      for (const { fact, error } of refused) {
        this.#drop(fact.kind);
        this.#logger.error(
          `History: the database refuses ${fact.kind} of ${fact.place.object}: ${error}`,
        );
      }
      this.#recovered();
      return true;
    } catch (error) {
      this.#failed(error as Error);
      return false;
    }
  }

  #failed(error: Error) {
    this.#failures++;
    if (!this.#failing) {
      this.#logger.warn(
        `History cannot be written: ${error.message}. Up to ${
          this.#most
        } facts wait in memory until the database answers`,
      );
    }
    const since = this.#failing?.since ?? Date.now();
    this.#failing = { since, error: error.message };
  }

  #recovered() {
    if (!this.#failing) return;
    const seconds = Math.round((Date.now() - this.#failing.since) / 1000);
    this.#failing = undefined;
    const lost = Object.entries(this.#dropped)
      .map(([kind, count]) => `${count} of kind ${kind}`)
      .join(', ');
    this.#logger.info(
      `History is written again after ${seconds} s; ${
        lost ? `dropped since the start: ${lost}` : 'nothing was lost'
      }`,
    );
  }

  #drop(kind: FactKind) {
    if (Object.keys(this.#dropped).length === 0) {
      this.#logger.error(
        `History: more than ${
          this.#most
        } facts wait for the database; events are dropped first, then the oldest. Raise dataPipelines.history.bufferedFacts where this happens again`,
      );
    }
    this.#dropped[kind] = (this.#dropped[kind] ?? 0) + 1;
  }

  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#stop.signal }).catch(
      () => {},
    );
  }
}
