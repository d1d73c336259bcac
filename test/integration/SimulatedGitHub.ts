import path from 'node:path';
import { BareRepository } from './BareRepository';
import {
  answerRead,
  answerWrite,
  Asked,
  notFound,
  refused,
} from './simulatedGitHubAnswers';
import {
  SimulatedPullRequest,
  SimulatedPullRequests,
} from './SimulatedPullRequests';
import { Refusal, startServer } from './simulatedServer';

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

  const server = await startServer(
    async ({ method, pathname, query, token: given, body }) => {
      const at = decodeURIComponent(pathname.replace('/api/v3', ''));
      const wish = `${method} ${at}`;
      if (method !== 'GET') writes.push(wish);
      if (given !== token) return refused(401, 'Bad credentials');
      if (refusal && wish.startsWith(refusal.request)) return refusal;
      const [, , owner, name, first, ...rest] = at.split('/');
      const directory = path.join(options.repositories, `${name}.git`);
      const repository = new BareRepository(directory);
      if (!(await repository.has('HEAD'))) return notFound;
      const asked: Asked = {
        ...{ owner, name, repository, query, body, apiBaseUrl },
        what: `${method} ${first}`,
        tail: rest.join('/'),
      };
      if (first === 'pulls') return pullRequests.answer(asked);
      return first === 'git' ? answerWrite(asked) : answerRead(asked);
    },
    message => refused(500, message),
  );
  apiBaseUrl = `http://${server.host}/api/v3`;
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
    stop: server.stop,
  };
}
