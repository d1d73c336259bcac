import https from 'node:https';

/** What every Kubernetes object has. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    finalizers?: string[];
    ownerReferences?: object[];
  };
}

/** One line of a watch. */
export interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: T;
}

/** The API server's refusal, in its own words. */
export class ApiError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Speaks to one API server with one token: small, and without generated types. */
export class ClusterClient {
  readonly #url: URL;
  readonly #token: string;
  readonly #agent: https.Agent;

  constructor(options: { url: string; ca: string; token: string }) {
    this.#url = new URL(options.url);
    this.#token = options.token;
    this.#agent = new https.Agent({ ca: options.ca, keepAlive: true });
  }

  async get<T extends KubernetesObject>(path: string): Promise<T> {
    return (await this.#json('GET', path)) as T;
  }

  async list<T extends KubernetesObject>(
    path: string,
  ): Promise<{ items: T[]; resourceVersion: string }> {
    const answer = (await this.#json('GET', path)) as {
      items: T[];
      metadata: { resourceVersion: string };
      kind: string;
      apiVersion: string;
    };
    const kind = answer.kind.replace(/List$/, '');
    return {
      resourceVersion: answer.metadata.resourceVersion,
      items: answer.items.map(item => ({
        ...item,
        kind,
        apiVersion: answer.apiVersion,
      })),
    };
  }

  async create(path: string, object: object): Promise<KubernetesObject> {
    return (await this.#json('POST', path, object)) as KubernetesObject;
  }

  /** Server-side apply: makes it so, whether it existed or not. */
  async apply(path: string, object: object): Promise<KubernetesObject> {
    return (await this.#json(
      'PATCH',
      `${path}${
        path.includes('?') ? '&' : '?'
      }fieldManager=playground&force=true`,
      object,
      'application/apply-patch+yaml',
    )) as KubernetesObject;
  }

  /** JSON merge patch. */
  async merge(path: string, patch: object): Promise<KubernetesObject> {
    return (await this.#json(
      'PATCH',
      path,
      patch,
      'application/merge-patch+json',
    )) as KubernetesObject;
  }

  /** As {@link merge}, into an object as it was read; it throws (409) where that has changed. */
  async mergeInto(
    { metadata: { resourceVersion } }: KubernetesObject,
    path: string,
    patch: { metadata?: object; status?: object },
  ): Promise<KubernetesObject> {
    const metadata = { ...patch.metadata, resourceVersion };
    return this.merge(path, { ...patch, metadata });
  }

  /** Deletes; an object that is not there is as good as deleted. */
  async delete(path: string): Promise<void> {
    try {
      await this.#json('DELETE', path);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }

  /** The lines of a watch until the server or the signal ends it. */
  async *watch<T extends KubernetesObject>(
    path: string,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent<T>> {
    const response = await new Promise<NodeJS.ReadableStream>(
      (resolve, reject) => {
        const request = https.get(this.#options('GET', path, { signal }));
        request.on('response', resolve);
        request.on('error', reject);
      },
    );
    response.setEncoding('utf8');
    let rest = '';
    for await (const chunk of response) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        yield JSON.parse(line);
      }
    }
  }

  #options(method: string, path: string, extra: https.RequestOptions = {}) {
    return {
      ...extra,
      agent: this.#agent,
      host: this.#url.hostname,
      port: this.#url.port,
      method,
      path,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        Accept: 'application/json',
        ...extra.headers,
      },
    };
  }

  /** Asks again while the server is busy, such as with a definition that is new. */
  async #json(
    method: string,
    path: string,
    body?: object,
    contentType?: string,
  ): Promise<unknown> {
    for (let pause = 100; ; pause *= 2) {
      try {
        return await this.#once(method, path, body, contentType);
      } catch (error) {
        const isBusy = error instanceof ApiError && error.status === 429;
        if (!isBusy || pause > 5_000) throw error;
        await new Promise(resolve => setTimeout(resolve, pause));
      }
    }
  }

  async #once(
    method: string,
    path: string,
    body?: object,
    contentType = 'application/json',
  ): Promise<unknown> {
    const payload = body && JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const request = https.request(
        this.#options(method, path, {
          headers: payload
            ? {
                'Content-Type': contentType,
                'Content-Length': Buffer.byteLength(payload),
              }
            : {},
        }),
        response => {
          readAll(response).then(text => {
            const status = response.statusCode ?? 0;
            if (status >= 400) {
              const message = messageIn(text);
              reject(new ApiError(status, `${method} ${path}: ${message}`));
            } else {
              resolve(valueIn(text));
            }
          }, reject);
        },
      );
      request.on('error', reject);
      request.end(payload);
    });
  }
}

async function readAll(response: NodeJS.ReadableStream): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return text;
}

function messageIn(text: string): string {
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    // Not every refusal is JSON.
    return text;
  }
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Health endpoints answer with plain text.
    return text;
  }
}
