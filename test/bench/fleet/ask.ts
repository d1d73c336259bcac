import http from 'node:http';

/** One answer, as a browser gets it. */
export interface Answer {
  status: number;
  /** On the wire: compressed, without headers. */
  bytes: number;
  etag?: string;
  body: Buffer;
  encoding?: string;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 512 });

/** Asks as a browser does, and waits for the last byte. */
export function ask(
  url: string,
  options: {
    token: string;
    etag?: string;
    /** Sent as JSON, by POST. */
    body?: object;
  },
): Promise<Answer> {
  const { token, etag, body } = options;
  const payload = body && JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      agent,
      method: payload ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${token}`,
        'Accept-Encoding': 'gzip, deflate, br',
        ...(etag && { 'If-None-Match': etag }),
        ...(payload && {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(payload),
        }),
      },
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed an idle connection just then: browsers ask again, too.
      const isStale = request.reusedSocket && error.code === 'ECONNRESET';
      if (isStale) resolve(ask(url, options));
      else reject(error);
    });
    request.on('response', response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          bytes: whole.length,
          etag: response.headers.etag,
          encoding: response.headers['content-encoding'],
          body: whole,
        });
      });
    });
    request.end(payload);
  });
}
