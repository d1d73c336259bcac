import https from 'node:https';
import { ServiceUnavailableError } from '@backstage/errors';
import { Config } from '@backstage/config';

/** How an API server is asked to change something. */
export interface Credential {
  url: URL;
  token: string;
  agent: https.Agent;
}

/** Reads `dataPipelines.clusters[].write`. */
export function credentialOf(write: Config): Credential {
  const caData = write.getOptionalString('caData');
  return {
    url: new URL(write.getString('url')),
    token: write.getString('token'),
    agent: new https.Agent({ ca: caData && Buffer.from(caData, 'base64') }),
  };
}

const TYPES = {
  POST: 'application/json',
  PATCH: 'application/merge-patch+json',
  DELETE: 'application/json',
};

const PATIENCE = 15_000;

/** What came back. */
export interface Answer {
  status: number;
  /** The API server's own sentence, or of what it passed the request on to. */
  message: string;
  /** Whether it is the API server's. */
  isKubernetes: boolean;
}

export async function ask(
  { url, token, agent }: Credential,
  request: { method: keyof typeof TYPES; path: string; body: object },
): Promise<Answer> {
  const { method, path } = request;
  const body = JSON.stringify(request.body);
  return new Promise((resolve, reject) => {
    const sent = https.request(
      new URL(path, url),
      {
        method,
        agent,
        timeout: PATIENCE,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': TYPES[method],
          'Content-Length': Buffer.byteLength(body),
        },
      },
      async response => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 500, ...saidIn(text) });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('no answer within 15 s')));
    sent.on('error', error =>
      reject(
        new ServiceUnavailableError(
          `The cluster does not answer: ${error.message}`,
        ),
      ),
    );
    sent.end(body);
  });
}

/** A proxy in between may answer with something else than JSON. */
function saidIn(text: string): Omit<Answer, 'status'> {
  const message = text.slice(0, 500);
  try {
    const said = JSON.parse(text) as {
      kind?: unknown;
      message?: string;
      errors?: string[];
    };
    return {
      message: said.message ?? said.errors?.[0] ?? message,
      isKubernetes: said.kind === 'Status',
    };
  } catch {
    return { message, isKubernetes: /^error trying to reach/.test(message) };
  }
}
