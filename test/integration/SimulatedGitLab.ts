import path from 'node:path';
import { BareRepository } from './BareRepository';
import {
  Asked,
  answerCommit,
  answerRead,
  refused,
} from './simulatedGitLabAnswers';
import {
  SimulatedMergeRequest,
  SimulatedMergeRequests,
} from './SimulatedMergeRequests';
import { Refusal, startServer } from './simulatedServer';

/**
 * The part of GitLab's REST API with which Backstage reads a project and the
 * portal opens a merge request, answered by a bare Git repository. Paths,
 * fields, statuses and sentences are those of GitLab's documentation and source
 * (`doc/api`: projects, branches, repositories, repository_files, commits,
 * merge_requests; `lib/api/commits.rb`, `app/services/commits/create_service.rb`);
 * only fields that somebody reads are sent.
 */
export interface SimulatedGitLab {
  /** Such as `127.0.0.1:3000`: of an installation of one's own. */
  host: string;
  mergeRequests: SimulatedMergeRequest[];
  /** Method and path of every request that changes something. */
  writes: string[];
  /** The only token that is right from now on. */
  expect(token: string): void;
  /** From now on; undefined for nothing. */
  refuse(refusal: Refusal | undefined): void;
  stop(): Promise<void>;
}

/** @param options - `repositories` is a folder with `<project>.git`, of any group */
export async function startSimulatedGitLab(options: {
  repositories: string;
  token: string;
}): Promise<SimulatedGitLab> {
  const mergeRequests = new SimulatedMergeRequests();
  const writes: string[] = [];
  let { token } = options;
  let refusal: Refusal | undefined;
  const server = await startServer(
    async ({ method, pathname, query, token: given, body }) => {
      const [, project, rest] =
        /^\/api\/v4\/projects\/([^/]+)(?:\/(.+))?$/.exec(pathname) ?? [];
      if (!project) return refused(404, '404 Not Found');
      const at = decodeURIComponent(project);
      const wish = `${method} ${at} ${decodeURIComponent(rest ?? '')}`;
      if (method !== 'GET') writes.push(wish);
      if (given !== token) return refused(401, '401 Unauthorized');
      if (refusal && wish.startsWith(refusal.request)) return refusal;
      const name = path.basename(at);
      const directory = path.join(options.repositories, `${name}.git`);
      const repository = new BareRepository(directory);
      if (!(await repository.has('HEAD'))) {
        return refused(404, '404 Project Not Found');
      }
      const [what, ...tail] = (rest ?? '')
        .replace('repository/', '')
        .split('/')
        .map(decodeURIComponent);
      const asked: Asked = {
        ...{ project: at, repository, query, body, tail },
        what: `${method} ${what}`.trim(),
        webUrl: `http://${server.host}/${at}`,
      };
      if (what === 'merge_requests') return mergeRequests.answer(asked);
      return method === 'POST' ? answerCommit(asked) : answerRead(asked);
    },
    message => refused(500, message),
  );
  return {
    host: server.host,
    mergeRequests: mergeRequests.all,
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
