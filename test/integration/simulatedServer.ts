import http from 'node:http';
import { AddressInfo } from 'node:net';

/** What an HTTP server sends back. */
export interface Answer {
  status: number;
  body?: object | Buffer;
  headers?: Record<string, string>;
}

/** How a request is refused that would otherwise be answered. */
export interface Refusal {
  /** Such as `POST /repos/acme/data/pulls`; the beginning is enough. */
  request: string;
  status: number;
  body: object | Buffer;
  headers?: Record<string, string>;
}

/** What came. */
export interface Request {
  method: string;
  /** As it stands in the request line: encoded. */
  pathname: string;
  query: URLSearchParams;
  /** What stands behind `Bearer` or `token`. */
  token: string | undefined;
  body: unknown;
}

/** An HTTP server on loopback; what its answers throw is `failed`. */
export async function startServer(
  answer: (request: Request) => Promise<Answer>,
  failed: (message: string) => Answer,
): Promise<{ host: string; stop(): Promise<void> }> {
  const server = http.createServer(async (request, response) => {
    const { status, body, headers } = await read(request)
      .then(answer)
      .catch(error => failed(error.message));
    response.writeHead(status, headers);
    response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function read(request: http.IncomingMessage): Promise<Request> {
  const { pathname, searchParams } = new URL(request.url!, 'http://host');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    method: request.method!,
    pathname,
    query: searchParams,
    token: request.headers.authorization?.split(' ')[1],
    body: JSON.parse(Buffer.concat(chunks).toString() || '{}'),
  };
}
