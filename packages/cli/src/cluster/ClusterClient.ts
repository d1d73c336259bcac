import https from 'node:https';
import { CannotRun } from '../exitCodes';
import { ClusterConnection } from './kubeconfig';

/** Reads from one API server. */
export class ClusterClient {
  readonly #connection: ClusterConnection;
  readonly #agent: https.Agent;

  constructor(connection: ClusterConnection) {
    const { ca, certificate, key, skipVerify, serverName } = connection;
    this.#connection = connection;
    this.#agent = new https.Agent({
      ca,
      cert: certificate,
      key,
      rejectUnauthorized: !skipVerify,
      servername: serverName,
      keepAlive: true,
      maxSockets: 10,
    });
  }

  /** For people: the context. */
  get name(): string {
    return this.#connection.context;
  }

  /**
   * What is at a path of the API.
   *
   * @returns undefined where nothing is
   * @throws CannotRun where the server cannot be reached or refuses
   */
  async get<T>(path: string): Promise<T | undefined> {
    const { status, body } = await this.#request(path);
    if (status === 404) return undefined;
    if (status === 200) return JSON.parse(body) as T;
    const said = messageOf(body) || `status ${status}`;
    throw new CannotRun(
      `The cluster of context "${this.name}" refuses ${path}: ${said}`,
    );
  }

  /** Lets the process end. */
  close(): void {
    this.#agent.destroy();
  }

  #request(path: string): Promise<{ status: number; body: string }> {
    const { server, authorization } = this.#connection;
    // A server may be below a path, as behind a proxy.
    const url = new URL(server.replace(/\/$/, '') + path);
    return new Promise((resolve, reject) => {
      const fail = (error: Error) =>
        reject(
          new CannotRun(
            `The cluster of context "${this.name}" cannot be reached at ${server}: ${error.message}. Check the kubeconfig and the network.`,
          ),
        );
      const request = https.get(
        url,
        {
          agent: this.#agent,
          timeout: 20_000,
          headers: {
            accept: 'application/json',
            ...(authorization && { authorization }),
          },
        },
        response => {
          const parts: Buffer[] = [];
          response.on('data', part => parts.push(part));
          response.on('error', fail);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      request.on('error', fail);
      request.on('timeout', () =>
        request.destroy(new Error('no answer within 20 s')),
      );
    });
  }
}

function messageOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { message?: string }).message;
  } catch {
    return undefined;
  }
}
