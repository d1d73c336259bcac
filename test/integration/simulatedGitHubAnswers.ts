import { BareRepository, TreeEntry } from './BareRepository';
import { Answer } from './simulatedServer';

/** What was asked for, and of which repository. */
export interface Asked {
  owner: string;
  name: string;
  repository: BareRepository;
  /** Method and first part of the path behind the repository: `GET branches`. */
  what: string;
  /** The rest of the path. */
  tail: string;
  query: URLSearchParams;
  body: unknown;
  apiBaseUrl: string;
}

export function refused(status: number, message: string): Answer {
  const url = 'https://docs.github.com/rest';
  return { status, body: { message, documentation_url: url } };
}

export const notFound = refused(404, 'Not Found');

/** Branches, commits and files, as they are. */
export async function answerRead(asked: Asked): Promise<Answer> {
  const { owner, name, repository, what, tail, query, apiBaseUrl } = asked;
  if (what === 'GET tarball') {
    const args = ['--format=tar.gz', `--prefix=${owner}-${name}/`, tail];
    const body = await repository.bytes(['archive', ...args]);
    return { status: 200, body };
  }
  if (what === 'GET contents') {
    const file = `${query.get('ref')}:${tail}`;
    if (!(await repository.has(file))) return notFound;
    return { status: 200, body: await repository.bytes(['show', file]) };
  }
  const branch = tail.replace(/\/status$/, '');
  if (!(await repository.has(`refs/heads/${branch}`))) return notFound;
  const commit = await repository.commit(`refs/heads/${branch}`);
  if (what === 'GET branches') return { status: 200, body: { commit } };
  const archive = `${apiBaseUrl}/repos/${owner}/${name}/{archive_format}{/ref}`;
  return {
    status: 200,
    body: { sha: commit.sha, repository: { archive_url: archive } },
  };
}

/** Trees, commits and references, written into the repository. */
export async function answerWrite(asked: Asked): Promise<Answer> {
  const { repository, tail, body } = asked;
  if (tail === 'trees') {
    const { base_tree, tree } = body as {
      base_tree: string;
      tree: TreeEntry[];
    };
    const sha = await repository.createTree(base_tree, tree);
    return { status: 201, body: { sha } };
  }
  if (tail === 'commits') {
    const commit = body as { tree: string; parents: string[]; message: string };
    const sha = await repository.createCommit(commit);
    return { status: 201, body: { sha } };
  }
  const { sha, force } = body as { sha: string; force?: boolean };
  const isNew = tail === 'refs';
  const ref = isNew ? (body as { ref: string }).ref : `refs/${tail.slice(5)}`;
  const isThere = await repository.has(ref);
  if (isNew && isThere) return refused(422, 'Reference already exists');
  if (!isNew && !isThere) return refused(422, 'Reference does not exist');
  if (!isNew && !force && !(await repository.isBefore(ref, sha))) {
    return refused(422, 'Update is not a fast forward');
  }
  await repository.text(['update-ref', ref, sha]);
  return { status: isNew ? 201 : 200, body: { ref, object: { sha } } };
}
