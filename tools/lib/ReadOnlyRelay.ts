import { randomBytes, timingSafeEqual } from 'node:crypto';
import http, { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { ClusterConnection } from '../../packages/cli/src/cluster/kubeconfig';

/** A credential plugin is asked again after this time. */
const CREDENTIAL_KEPT = 5 * 60_000;

/** What is refused although it only reads; undefined where nothing is wrong with it. */
function refusal(path: string): string | undefined {
  const [before, behind = ''] = decodeURIComponent(path).split('/proxy/');
  if (before.split('/').includes('secrets')) return 'Secrets are not read';
  // A GET that ends a job in old versions of Flink.
  if (/yarn-(cancel|stop)/.test(behind)) return 'this would end a Flink job';
  return undefined;
}

/**
 * On loopback, between the portal and an existing cluster: passes reading
 * requests on with the credential of a kubeconfig, whatever kind it is, and
 * refuses every other. So nothing in the cluster can be changed through it.
 */
export class ReadOnlyRelay {
  /** What the portal has to show; nobody else on this machine knows it. */
  readonly token = randomBytes(32).toString('hex');
  readonly #connect: () => Promise<ClusterConnection>;
  readonly #server: http.Server;
  #connection: Promise<ClusterConnection> | undefined;
  #since = 0;

  /** @param connect - reads the kubeconfig; again when its credential is old */
  static async start(
    connect: () => Promise<ClusterConnection>,
  ): Promise<ReadOnlyRelay> {
    const relay = new ReadOnlyRelay(connect);
    await relay.#connected();
    await new Promise<void>((resolve, reject) => {
      relay.#server.once('error', reject);
      relay.#server.listen(0, '127.0.0.1', resolve);
    });
    return relay;
  }

  private constructor(connect: () => Promise<ClusterConnection>) {
    this.#connect = connect;
    this.#server = http.createServer((request, response) => {
      this.#answer(request, response).catch(error =>
        refuse(response, 502, error.message),
      );
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    if (!this.#isPortal(request.headers.authorization)) {
      refuse(response, 401, 'only the portal may ask here');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(response, 405, 'the portal only reads this cluster');
      return;
    }
    const { pathname, search } = new URL(request.url ?? '/', 'http://relay');
    const reason = refusal(pathname);
    if (reason) {
      refuse(response, 403, reason);
      return;
    }
    // What is asked there is what has been looked at, not how it was written.
    const path = pathname + search;
    this.#pass({
      request,
      response,
      path,
      connection: await this.#connected(),
    });
  }

  #pass(options: {
    request: IncomingMessage;
    response: ServerResponse;
    path: string;
    connection: ClusterConnection;
  }) {
    const { request, response, path, connection } = options;
    const { server, ca, certificate, key, authorization } = connection;
    // A server may be below a path, as behind a proxy.
    const target = new URL(server.replace(/\/$/, '') + path);
    // No others: a request that asks to become another protocol, as exec and
    // port-forward do, arrives as an ordinary one and is refused there.
    const { accept, 'accept-encoding': encoding } = request.headers;
    const upstream = (target.protocol === 'http:' ? http : https).request(
      target,
      {
        method: request.method,
        ca,
        cert: certificate,
        key,
        rejectUnauthorized: !connection.skipVerify,
        servername: connection.serverName,
        headers: {
          ...(accept && { accept }),
          ...(encoding && { 'accept-encoding': encoding }),
          ...(authorization && { authorization }),
        },
      },
      answer => {
        if (answer.statusCode === 401) this.#connection = undefined;
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        response.flushHeaders();
        answer.on('aborted', () => response.destroy());
        answer.pipe(response);
      },
    );
    upstream.on('error', error => refuse(response, 502, error.message));
    response.on('close', () => upstream.destroy());
    upstream.end();
  }

  #isPortal(authorization = ''): boolean {
    const [said, wanted] = [authorization, `Bearer ${this.token}`].map(text =>
      Buffer.from(text),
    );
    return said.length === wanted.length && timingSafeEqual(said, wanted);
  }

  #connected(): Promise<ClusterConnection> {
    if (!this.#connection || Date.now() - this.#since > CREDENTIAL_KEPT) {
      this.#since = Date.now();
      const asked = this.#connect();
      asked.catch(() => {
        this.#connection = undefined;
      });
      this.#connection = asked;
    }
    return this.#connection;
  }
}

/** As an API server refuses. */
function refuse(response: ServerResponse, code: number, message: string) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(code, { 'Content-Type': 'application/json' });
  response.end(
    JSON.stringify({
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      message,
      code,
    }),
  );
}
