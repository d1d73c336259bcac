import https from 'node:https';
import { FleetClusters } from './clusters';

/** Requests that all API servers have answered, by verb: LIST, WATCH, GET … */
export type Requests = Readonly<Record<string, number>>;

/** From their own metrics. */
export async function requestsOf(clusters: FleetClusters): Promise<Requests> {
  const counts: Record<string, number> = {};
  for (const { url, caData, adminToken } of Object.values(clusters)) {
    const text = await metrics({ url, caData, token: adminToken });
    for (const line of text.split('\n')) {
      const [, labels, count] =
        line.match(/^apiserver_request_total\{(.*)\} (\S+)$/) ?? [];
      const verb = labels?.match(/verb="(\w+)"/)?.[1];
      if (verb) counts[verb] = (counts[verb] ?? 0) + Number(count);
    }
  }
  return counts;
}

/** What came between two looks. */
export function between(before: Requests, after: Requests): Requests {
  return Object.fromEntries(
    Object.entries(after).map(([verb, count]) => [
      verb,
      count - (before[verb] ?? 0),
    ]),
  );
}

/** What the portal asks; the rest is what changes objects, and these metrics. */
export function asked(requests: Requests): number {
  return ['LIST', 'WATCH', 'GET'].reduce(
    (sum, verb) => sum + (requests[verb] ?? 0),
    0,
  );
}

function metrics(options: {
  url: string;
  caData: string;
  token: string;
}): Promise<string> {
  const { url, caData, token } = options;
  return new Promise((resolve, reject) => {
    const request = https.get(`${url}/metrics`, {
      ca: Buffer.from(caData, 'base64'),
      headers: { Authorization: `Bearer ${token}` },
    });
    request.on('error', reject);
    request.on('response', async response => {
      let text = '';
      response.setEncoding('utf8');
      for await (const chunk of response) text += chunk;
      if (response.statusCode === 200) resolve(text);
      else reject(new Error(`${url}/metrics: HTTP ${response.statusCode}`));
    });
  });
}
