import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { withDeadline } from './deadline';
import { Refusal } from './failure';
import { watchLines } from './watchLines';

/** The cluster does not serve the path: its kind may come later. */
export class NotServed extends Error {}

/** What was asked for is too old to go on from: list again. */
export class Expired extends Error {}

/** Longest wait for a whole answer. */
const PATIENCE = 20_000;
/** So long after it should have ended a watch counts as cut off. */
const GRACE = 5_000;

/**
 * A watch did not end when it should have. The Kubernetes plugin's proxy keeps
 * one open, silently, when the connection behind it is gone.
 */
export class CutOff extends Error {
  constructor() {
    super('the connection broke');
  }
}

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
    return withDeadline({ signal, time: patience }, async inner => {
      const asked = Date.now();
      const response = await this.#get(path, inner);
      // Not of a watch: its headers may come long after they were written.
      this.#readClock(response, asked);
      const bytes = Buffer.from(await response.arrayBuffer());
      options.onBytes?.(bytes.length);
      return JSON.parse(bytes.toString('utf8')) as T;
    });
  }

  /**
   * Opens a watch and hands over its lines until the cluster ends it.
   *
   * @param path - asks for as many seconds as `options.seconds`
   * @throws CutOff, or like {@link ClusterReader.json}
   */
  async watch(
    path: string,
    options: {
      signal: AbortSignal;
      seconds: number;
      onOpen: () => void;
      onBytes: (bytes: number) => void;
      onLine: (line: string) => void;
    },
  ): Promise<void> {
    const { signal, seconds, onOpen, onBytes, onLine } = options;
    const reason = new CutOff();
    const time = seconds * 1000 + GRACE;
    await withDeadline({ signal, time, reason }, async inner => {
      const response = await this.#get(path, inner);
      onOpen();
      if (!response.body) return;
      for await (const line of watchLines(response.body, onBytes)) {
        onLine(line);
      }
    });
  }

  async #get(path: string, signal: AbortSignal): Promise<Response> {
    const response = await this.#access.get(this.cluster, path, { signal });
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
