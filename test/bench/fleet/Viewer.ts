import {
  PipelineList,
  PIPELINES_CHANNEL,
  PipelinesSignal,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Refresher } from '../../../plugins/data-pipelines/src/hooks/Refresher';
import { ask } from './ask';
import { textOf } from './json';

/** As the page has them: rows of a page, and how long counts may be old (ms). */
const PAGE = 100;
const UNSEEN = 3_000;
const POLL = 30_000;

/** A browser that shows the fleet: it hears signals and asks again as our page does. */
export class Viewer {
  readonly #url: string;
  readonly #token: string;
  readonly #refresher: Refresher;
  readonly #socket: WebSocket;
  readonly #poll: NodeJS.Timeout;
  #etag: string | undefined;
  #shown = new Set<string>();
  /** Answers that it got, and bytes. */
  answers = 0;
  bytes = 0;
  failure: Error | undefined;

  constructor(portal: { url: string; token: string }) {
    this.#url = portal.url;
    this.#token = portal.token;
    this.#refresher = new Refresher({
      load: () =>
        this.#load().catch(error => {
          this.failure = error;
        }),
      visible: () => true,
    });
    const socket = new WebSocket(
      `${this.#url.replace('http', 'ws')}/api/signals`,
      this.#token,
    );
    this.#socket = socket;
    socket.addEventListener('open', () =>
      socket.send(
        JSON.stringify({ action: 'subscribe', channel: PIPELINES_CHANNEL }),
      ),
    );
    socket.addEventListener('message', ({ data }) => {
      const { message } = JSON.parse(String(data)) as {
        message: PipelinesSignal;
      };
      this.#told(message.refs);
    });
    socket.addEventListener('error', () => {
      this.failure = new Error('Signals do not answer');
    });
    this.#poll = setInterval(() => this.#refresher.ask(), POLL);
    this.#refresher.ask();
  }

  leave() {
    clearInterval(this.#poll);
    this.#refresher.stop();
    this.#socket.close();
  }

  #told(refs: readonly string[]) {
    const concerns = refs.some(ref => ref === '*' || this.#shown.has(ref));
    this.#refresher.ask(concerns ? 0 : UNSEEN);
  }

  async #load() {
    const answer = await ask(
      `${this.#url}/api/data-pipelines/pipelines?limit=${PAGE}`,
      { token: this.#token, etag: this.#etag },
    );
    this.answers++;
    this.bytes += answer.bytes;
    if (answer.status === 304) return;
    if (answer.status !== 200) throw new Error(`HTTP ${answer.status}`);
    this.#etag = answer.etag;
    const { items } = JSON.parse(textOf(answer)) as PipelineList;
    this.#shown = new Set(items.map(({ entityRef }) => entityRef));
  }
}
