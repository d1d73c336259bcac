import {
  CollectorResourceState,
  RawObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Backoff, pause } from './Backoff';
import { ClusterReader, CutOff, Expired, NotServed } from './ClusterReader';
import { failureSentence, Refusal } from './failure';
import { Gate } from './Gate';
import { Sink } from './Sink';
import { StreamRecord } from './StreamRecord';
import { pathOf, Stream, withQuery } from './streams';
import { Way } from './Way';

type WatchEvent =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'; object: RawObject }
  | { type: 'ERROR'; object: { code?: number; message?: string } };

interface List {
  metadata: { resourceVersion: string; continue?: string };
  items: RawObject[];
}

const PAGE = 500;
/** Where something holds watches back or cuts them, they end before it shows. */
const SHORT_WATCH = 4;
/** The first is not long: what cuts watches is found out soon. */
const FIRST_WATCH = 12;
/**
 * A refusal comes sooner than this. The Kubernetes plugin's proxy does not pass
 * on that a watch is open before something happens in it.
 */
const REFUSED_WITHIN = 1_500;
const MOST_CUTS = 3;
/** A right may be given at any time. */
const ASK_AGAIN = 30_000;

/**
 * Follows one stream of a cluster: a LIST, then a WATCH from there, renewed
 * from where it broke. Lists again only where the API server says that it no
 * longer knows what happened since.
 */
export class StreamFollower {
  /** True once the cluster says that it does not serve the kind. */
  isGone = false;
  readonly #reader: ClusterReader;
  readonly #stream: Stream;
  readonly #version: string;
  readonly #record: StreamRecord;
  readonly #sink: Sink;
  readonly #lists: Gate;
  readonly #way: Way;
  readonly #watchSeconds: number;
  readonly #onState: () => void;
  readonly #backoff = new Backoff();
  /** Where to go on from; undefined where a list is needed. */
  #from: string | undefined;
  #renewal = new AbortController();
  /** Watches in a row that were cut off. */
  #cuts = 0;

  constructor(options: {
    reader: ClusterReader;
    stream: Stream;
    version: string;
    record: StreamRecord;
    sink: Sink;
    /** Lets a few lists run at once in a cluster. */
    lists: Gate;
    way: Way;
    /** How long a watch is open, in seconds. */
    watchSeconds: number;
    onState: () => void;
  }) {
    this.#reader = options.reader;
    this.#stream = options.stream;
    this.#version = options.version;
    this.#record = options.record;
    this.#sink = options.sink;
    this.#lists = options.lists;
    this.#way = options.way;
    this.#watchSeconds = options.watchSeconds;
    this.#onState = options.onState;
  }

  /** For as long as the signal allows, or until the kind is not served. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    this.#record.version = this.#version;
    this.#become('waiting');
    while (!signal.aborted && !this.isGone) {
      try {
        this.#from ??= await this.#lists.run(() => this.#list(signal));
        await this.#watch(signal);
      } catch (error) {
        if (signal.aborted) return;
        await this.#failed(error as Error, signal);
      }
    }
  }

  /** Opens the watch anew, such as a shorter one. */
  renew() {
    this.#renewal.abort();
  }

  async #list(signal: AbortSignal): Promise<string> {
    signal.throwIfAborted();
    if (this.#record.state === 'waiting') this.#become('listing');
    this.#record.lists++;
    const began = Date.now();
    const list = this.#sink.beginList();
    let page: List;
    let next: string | undefined;
    do {
      page = await this.#reader.json<List>(
        this.#path({ limit: PAGE, continue: next }),
        { signal, onBytes: this.#count },
      );
      for (const raw of page.items) list.take(raw);
      next = page.metadata.continue || undefined;
    } while (next);
    list.end(page.metadata.resourceVersion);
    this.#reached(page.metadata.resourceVersion);
    this.#record.listedAt = began;
    this.#record.asOf = began;
    this.#become('live');
    return page.metadata.resourceVersion;
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const record = this.#record;
    const seconds = this.#seconds();
    const began = Date.now();
    const renewal = new AbortController();
    this.#renewal = renewal;
    const end = () => renewal.abort();
    signal.addEventListener('abort', end, { once: true });
    const { failures } = this.#backoff;
    let isOpen = false;
    const presume = () => {
      this.#backoff.succeeded();
      this.#become('live');
    };
    const timer = setTimeout(presume, REFUSED_WITHIN);
    try {
      await this.#reader.watch(
        this.#path({
          watch: 'true',
          allowWatchBookmarks: 'true',
          resourceVersion: this.#from,
          timeoutSeconds: seconds,
        }),
        {
          signal: renewal.signal,
          seconds,
          onOpen: () => {
            isOpen = true;
            presume();
          },
          onBytes: bytes => {
            this.#count(bytes);
            if (!this.#way.holdsBack) record.asOf = Date.now();
          },
          onLine: line => this.#take(JSON.parse(line) as WatchEvent),
        },
      );
      // The cluster ended it, and had said everything by then.
      this.#cuts = 0;
      record.asOf = Date.now();
      if (record.asOf - began < 1_000) await pause(1_000, signal);
    } catch (error) {
      if (error instanceof CutOff) this.#wasCut();
      // A refusal that took longer than that.
      if (!isOpen) this.#backoff.hadNot(failures);
      if (signal.aborted || !renewal.signal.aborted) throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      record.watchRestarts++;
    }
  }

  /** Where no watch ends as it should, only lists tell what is there. */
  #wasCut() {
    this.#way.wasCut();
    if (++this.#cuts >= MOST_CUTS) this.#from = undefined;
  }

  /** Not all at once: neither for the cluster nor for the portal. */
  #seconds(): number {
    if (this.#way.holdsBack || this.#way.cuts) return SHORT_WATCH;
    const { watchRestarts } = this.#record;
    const usual = this.#watchSeconds;
    const time = watchRestarts === 0 ? Math.min(FIRST_WATCH, usual) : usual;
    return Math.round(time * (0.8 + Math.random() * 0.4));
  }

  #take(event: WatchEvent) {
    if (event.type === 'ERROR') {
      const { code = 500, message = 'the watch was refused' } = event.object;
      if (code === 410) throw new Expired(message);
      throw new Refusal(code, message);
    }
    this.#from = event.object.metadata.resourceVersion ?? this.#from;
    if (event.type === 'DELETED') this.#sink.delete(event.object);
    else if (event.type !== 'BOOKMARK') this.#sink.put(event.object);
    this.#reached(event.object.metadata.resourceVersion);
  }

  #reached(resourceVersion: string | undefined) {
    const reached = Number(resourceVersion);
    if (reached) this.#record.resourceVersion = reached;
  }

  async #failed(error: Error, signal: AbortSignal): Promise<void> {
    if (error instanceof NotServed) {
      this.isGone = true;
      // What was known of it may be out of date until that is certain.
      this.#become(this.#record.asOf === undefined ? 'absent' : 'waiting');
      return;
    }
    const sentence = failureSentence(
      this.#reader.cluster,
      this.#stream.resource,
      error,
    );
    if (error instanceof Refusal && error.status === 403) {
      this.#become('refused', sentence);
      await pause(ASK_AGAIN * (0.9 + Math.random() / 5), signal);
      return;
    }
    if (error instanceof Refusal && error.status === 429) {
      this.#record.throttled++;
    }
    if (error instanceof Expired) this.#from = undefined;
    // Most breaks are over with the next attempt: nothing to be said of them.
    if (this.#backoff.failures > 1) this.#become('failing', sentence);
    else if (this.#record.state === 'live') this.#become('reconnecting');
    await this.#backoff.wait(error, signal);
  }

  #become(state: CollectorResourceState, message?: string) {
    const record = this.#record;
    if (record.state === state && record.message === message) return;
    record.state = state;
    record.message = message;
    this.#onState();
  }

  #path(query: Record<string, string | number | undefined>): string {
    const { resource, namespace, query: own } = this.#stream;
    return withQuery(pathOf(resource, this.#version, namespace), {
      ...own,
      ...query,
    });
  }

  readonly #count = (bytes: number) => {
    this.#record.bytes += bytes;
  };
}
