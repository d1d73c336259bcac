import http from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';
import {
  Answer,
  answerRead,
  answerWrite,
  Asked,
  notFound,
  refused,
} from './simulatedGitHubAnswers';
import { SimulatedGitHubRepository } from './SimulatedGitHubRepository';
import {
  SimulatedPullRequest,
  SimulatedPullRequests,
} from './SimulatedPullRequests';

/** How a request is refused that would otherwise be answered. */
export interface Refusal {
  /** Such as `POST /repos/acme/data/pulls`; the beginning is enough. */
  request: string;
  status: number;
  body: object;
  headers?: Record<string, string>;
}

/**
 * The part of GitHub's REST API with which Backstage reads a repository and
 * the portal opens a pull request, answered by a bare Git repository. Paths,
 * fields and statuses are those of GitHub's published description, which
 * `@octokit/openapi-types` has as types (`repos/get-branch`,
 * `repos/get-combined-status-for-ref`, `repos/get-content`, `git/create-tree`,
 * `git/create-commit`, `git/create-ref`, `git/update-ref`, `pulls/list`,
 * `pulls/create`, `pulls/update`); only fields that somebody reads are sent.
 */
export interface SimulatedGitHub {
  /** As an Enterprise server has it. */
  apiBaseUrl: string;
  pullRequests: SimulatedPullRequest[];
  /** Method and path of every request that changes something. */
  writes: string[];
  /** The only token that is right from now on. */
  expect(token: string): void;
  /** From now on; undefined for nothing. */
  refuse(refusal: Refusal | undefined): void;
  stop(): Promise<void>;
}

/** @param options - `repositories` is a folder with `<repository>.git`, of any owner */
export async function startSimulatedGitHub(options: {
  repositories: string;
  token: string;
}): Promise<SimulatedGitHub> {
  const pullRequests = new SimulatedPullRequests();
  const writes: string[] = [];
  let { token } = options;
  let refusal: Refusal | undefined;
  let apiBaseUrl = '';

  const answer = async (request: http.IncomingMessage): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url!, apiBaseUrl);
    const at = decodeURIComponent(pathname.replace('/api/v3', ''));
    const wish = `${request.method} ${at}`;
    if (request.method !== 'GET') writes.push(wish);
    if (!request.headers.authorization?.endsWith(` ${token}`)) {
      return refused(401, 'Bad credentials');
    }
    if (refusal && wish.startsWith(refusal.request)) return refusal;
    const [, , owner, name, first, ...rest] = at.split('/');
    const directory = path.join(options.repositories, `${name}.git`);
    const repository = new SimulatedGitHubRepository(directory);
    if (!(await repository.has('HEAD'))) return notFound;
    const asked: Asked = {
      owner,
      name,
      repository,
      what: `${request.method} ${first}`,
      tail: rest.join('/'),
      query: searchParams,
      body: JSON.parse((await textOf(request)) || '{}'),
      apiBaseUrl,
    };
    if (first === 'pulls') return pullRequests.answer(asked);
    return first === 'git' ? answerWrite(asked) : answerRead(asked);
  };

  const server = http.createServer(async (request, response) => {
    const { status, body, headers } = await answer(request).catch(error =>
      refused(500, error.message),
    );
    response.writeHead(status, headers);
    response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  apiBaseUrl = `http://127.0.0.1:${port}/api/v3`;
  return {
    apiBaseUrl,
    pullRequests: pullRequests.all,
    writes,
    expect(next) {
      token = next;
    },
    refuse(next) {
      refusal = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
