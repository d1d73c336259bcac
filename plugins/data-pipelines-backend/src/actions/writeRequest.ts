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

/** The API server's own sentence with its status. */
export async function ask(
  { url, token, agent }: Credential,
  request: { method: keyof typeof TYPES; path: string; body: object },
): Promise<{ status: number; message: string }> {
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
        let message = text.slice(0, 500);
        try {
          message = JSON.parse(text).message ?? message;
        } catch {
          // A proxy in between may answer with something else.
        }
        resolve({ status: response.statusCode ?? 500, message });
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
