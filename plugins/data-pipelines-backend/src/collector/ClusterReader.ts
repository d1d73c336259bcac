import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { withDeadline } from './deadline';
import { Refusal } from './failure';
import { watchLines } from './watchLines';

/** The cluster does not serve the path: its kind may come later. */
export class NotServed extends Error {}

/** What was asked for is too old to go on from: list again. */
export class Expired extends Error {}

/** Longest wait for the answer to a list, and for the first word of a watch. */
const PATIENCE = 20_000;
/** A bookmark comes every minute; longer silence is a dead connection. */
const SILENCE = 90_000;

/** Asks one cluster; turns answers that are no success into errors. */
export class ClusterReader {
  readonly cluster: string;
  readonly #access: ClusterAccess;
  #clockAhead: number | undefined;

  constructor(options: { access: ClusterAccess; cluster: string }) {
    this.#access = options.access;
    this.cluster = options.cluster;
  }

  /** Milliseconds that the cluster's clock is ahead of ours, to the second. */
  get clockAhead() {
    return this.#clockAhead;
  }

  /** @throws NotServed, Expired, Refusal, or what the network says */
  async json<T>(
    path: string,
    options: {
      signal: AbortSignal;
      patience?: number;
      onBytes?: (bytes: number) => void;
    },
  ): Promise<T> {
    const { patience = PATIENCE, signal } = options;
    return withDeadline({ signal, silence: patience }, async inner => {
      const response = await this.#get(path, inner.signal);
      const bytes = Buffer.from(await response.arrayBuffer());
      options.onBytes?.(bytes.length);
      return JSON.parse(bytes.toString('utf8')) as T;
    });
  }

  /**
   * Opens a watch and hands over its lines until the cluster ends it.
   *
   * @throws like {@link ClusterReader.json}; also where the stream breaks
   */
  async watch(
    path: string,
    options: {
      signal: AbortSignal;
      onOpen: () => void;
      onBytes: (bytes: number) => void;
      onLine: (line: string) => void;
    },
  ): Promise<void> {
    const { signal, onOpen, onBytes, onLine } = options;
    await withDeadline({ signal, silence: SILENCE }, async inner => {
      const response = await withDeadline(
        { signal: inner.signal, silence: PATIENCE },
        // The stream outlives the deadline for its first word.
        () => this.#get(path, inner.signal),
      );
      onOpen();
      if (!response.body) return;
      const lines = watchLines(response.body, bytes => {
        inner.heard();
        onBytes(bytes);
      });
      for await (const line of lines) onLine(line);
    });
  }

  async #get(path: string, signal: AbortSignal): Promise<Response> {
    const asked = Date.now();
    const response = await this.#access.get(this.cluster, path, { signal });
    this.#readClock(response, asked);
    if (response.ok) return response;
    const text = await response.text();
    if (response.status === 404) throw new NotServed(text);
    if (response.status === 410) throw new Expired(text);
    throw new Refusal(response.status, text, retryAfter(response));
  }

  #readClock(response: Response, asked: number) {
    const said = Date.parse(response.headers.get('date') ?? '');
    const now = Date.now();
    // A slow answer says little about the time.
    if (Number.isNaN(said) || now - asked > 5_000) return;
    const ahead = said - (asked + now) / 2;
    // The header has whole seconds.
    this.#clockAhead = Math.abs(ahead) < 2_000 ? 0 : Math.round(ahead);
  }
}

function retryAfter(response: Response): number | undefined {
  const said = response.headers.get('retry-after');
  const seconds = Number(said);
  return said && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}
