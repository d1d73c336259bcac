import http, { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What goes wrong between the portal and the API server. */
export interface Fault {
  /** Never answers what this takes; the connection stays open. */
  silent?: (path: string) => boolean;
  /** Answers by itself what this takes. */
  answer?: (
    path: string,
  ) =>
    | { status: number; headers?: Record<string, string>; body?: string }
    | undefined;
  /** Keeps an answer back until it is complete. */
  buffer?: boolean;
  /** Ends a running answer after so many milliseconds, in the middle of it. */
  cutAfter?: number;
  /** Sends this instead of the portal's token. */
  token?: string;
  /** Milliseconds that the clock of the server seems to be ahead. */
  clockAhead?: number;
  /** Waited for before a request is passed on or answered. */
  before?: (path: string) => Promise<void>;
}

/**
 * On loopback, between the portal and a real API server: relays everything,
 * but for the faults it is told to make.
 */
export class FaultProxy {
  fault: Fault = {};
  /** Every request, with the status of its answer. */
  readonly requests: Array<{ path: string; status: number }> = [];
  readonly #server: http.Server;
  readonly #sockets = new Set<Socket>();
  #target: { url: string; ca: string };

  static async start(target: {
    url: string;
    caData: string;
  }): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await new Promise<void>(resolve =>
      proxy.#server.listen(0, '127.0.0.1', resolve),
    );
    return proxy;
  }

  private constructor(target: { url: string; caData: string }) {
    this.#target = { url: target.url, ca: decoded(target.caData) };
    this.#server = http.createServer((request, response) => {
      this.#relay(request, response).catch(() => response.destroy());
    });
    this.#server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Breaks every connection that is open. */
  cut() {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** How many requests' paths match, with this status. */
  count(pattern: RegExp, status = 200): number {
    return this.requests.filter(
      one => one.status === status && pattern.test(one.path),
    ).length;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #relay(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? '/';
    const { fault } = this;
    if (fault.silent?.(path)) return;
    const own = fault.answer?.(path);
    await fault.before?.(path);
    if (own) {
      this.requests.push({ path, status: own.status });
      response.writeHead(own.status, own.headers);
      response.end(own.body ?? '{}');
      return;
    }
    const { host: _, ...headers } = request.headers;
    const upstream = https.request(
      new URL(path, this.#target.url),
      {
        method: request.method,
        ca: this.#target.ca,
        headers: {
          ...headers,
          ...(fault.token && { authorization: `Bearer ${fault.token}` }),
        },
      },
      answer => {
        this.requests.push({ path, status: answer.statusCode ?? 0 });
        this.#pass(answer, response, fault).catch(() => response.destroy());
      },
    );
    upstream.on('error', () => response.destroy());
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  }

  async #pass(answer: IncomingMessage, response: ServerResponse, fault: Fault) {
    const { date } = answer.headers;
    const headers = {
      ...answer.headers,
      ...(fault.clockAhead &&
        date && {
          date: new Date(Date.parse(date) + fault.clockAhead).toUTCString(),
        }),
    };
    if (fault.cutAfter !== undefined) {
      sleep(fault.cutAfter).then(() => response.destroy());
    }
    const pieces: Buffer[] = [];
    if (!fault.buffer) {
      response.writeHead(answer.statusCode ?? 502, headers);
      response.flushHeaders();
    }
    for await (const piece of answer) {
      if (fault.buffer) pieces.push(piece);
      else response.write(piece);
    }
    if (fault.buffer) response.writeHead(answer.statusCode ?? 502, headers);
    response.end(Buffer.concat(pieces));
  }
}

function decoded(caData: string): string {
  return Buffer.from(caData, 'base64').toString();
}
