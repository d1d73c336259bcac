import https from 'node:https';
import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';

interface Credential {
  url: URL;
  token: string;
  agent: https.Agent;
}

/**
 * The second credential of a cluster, the only one that may change anything.
 * Absent by default: then every action is refused.
 */
export class WriteAccess {
  readonly #credentials: ReadonlyMap<string, Credential>;

  private constructor(credentials: ReadonlyMap<string, Credential>) {
    this.#credentials = credentials;
  }

  static fromConfig(config: RootConfigService): WriteAccess {
    const credentials = new Map<string, Credential>();
    const clusters =
      config.getOptionalConfigArray('dataPipelines.clusters') ?? [];
    for (const cluster of clusters) {
      const write = cluster.getOptionalConfig('write');
      if (!write) continue;
      const caData = write.getOptionalString('caData');
      credentials.set(cluster.getString('name'), {
        url: new URL(write.getString('url')),
        token: write.getString('token'),
        agent: new https.Agent({
          ca: caData && Buffer.from(caData, 'base64'),
        }),
      });
    }
    return new WriteAccess(credentials);
  }

  /** Why nothing can be done in a cluster; undefined when something can. */
  refusal(cluster: string): string | undefined {
    return this.#credentials.has(cluster)
      ? undefined
      : `The portal may only read in cluster ${cluster}; an administrator can allow actions with dataPipelines.clusters[].write`;
  }

  /** Creates an object; the API server's refusals become errors a person understands. */
  async create(cluster: string, path: string, object: object): Promise<void> {
    const credential = this.#credentials.get(cluster);
    if (!credential) throw new NotAllowedError(this.refusal(cluster));
    const { status, message } = await post(credential, path, object);
    if (status < 300) return;
    const sentence = `Cluster ${cluster} refused: ${message}`;
    if (status === 409) throw new ConflictError(sentence);
    if (status === 401 || status === 403) {
      throw new NotAllowedError(
        `${sentence}. The portal's writing credential lacks a right there.`,
      );
    }
    throw new ServiceUnavailableError(sentence);
  }
}

async function post(
  { url, token, agent }: Credential,
  path: string,
  object: object,
): Promise<{ status: number; message: string }> {
  const body = JSON.stringify(object);
  return new Promise((resolve, reject) => {
    const request = https.request(
      new URL(path, url),
      {
        method: 'POST',
        agent,
        timeout: 15_000,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        },
      },
      async response => {
        let text = '';
        for await (const chunk of response) text += chunk;
        let message = text.slice(0, 500);
        try {
          message = JSON.parse(text).message ?? message;
        } catch {
          // A proxy in between may answer with something else.
        }
        resolve({ status: response.statusCode ?? 500, message });
      },
    );
    request.on('timeout', () =>
      request.destroy(new Error('no answer within 15 s')),
    );
    request.on('error', error =>
      reject(
        new ServiceUnavailableError(
          `The cluster does not answer: ${error.message}`,
        ),
      ),
    );
    request.end(body);
  });
}
