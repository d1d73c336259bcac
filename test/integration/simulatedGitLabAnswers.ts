import { BareRepository } from './BareRepository';
import { Answer } from './simulatedServer';

/** What was asked for, and of which project. */
export interface Asked {
  /** With its groups. */
  project: string;
  repository: BareRepository;
  /** Method and first part of the path behind the repository: `GET branches`. */
  what: string;
  /** The rest of the path, decoded. */
  tail: string[];
  query: URLSearchParams;
  body: unknown;
  webUrl: string;
}

interface CommitWish {
  branch: string;
  commit_message: string;
  start_sha?: string;
  force?: boolean;
  actions: Array<{
    action: 'create' | 'update' | 'delete';
    file_path: string;
    content?: string;
  }>;
}

export function refused(status: number, message: unknown): Answer {
  return { status, body: { message } };
}

/** The project, its branches, commits and files, as they are. */
export async function answerRead(asked: Asked): Promise<Answer> {
  const { repository, what, tail, query } = asked;
  const ok = (body: object): Answer => ({ status: 200, body });
  switch (what) {
    case 'GET':
      return ok({ default_branch: 'main' });
    case 'GET branches': {
      const [name] = tail;
      const ref = `refs/heads/${name}`;
      if (!(await repository.has(ref))) {
        return refused(404, '404 Branch Not Found');
      }
      return ok({ name, commit: await commitAt(repository, ref) });
    }
    case 'GET commits': {
      const [ref, at] = [query.get('ref_name')!, query.get('path') ?? '.'];
      const id = await repository.text([
        'log',
        '-1',
        '--format=%H',
        ref,
        '--',
        at,
      ]);
      return ok([{ id }]);
    }
    case 'GET tree':
      return ok(page(await treeOf(repository, query), query));
    case 'GET archive': {
      const prefix = `--prefix=${asked.project.replaceAll('/', '-')}/`;
      const of = [query.get('sha')!, query.get('path') ?? '.'];
      return ok(
        await repository.bytes(['archive', '--format=tar.gz', prefix, ...of]),
      );
    }
    case 'GET files': {
      const file = `${query.get('ref')}:${tail[0]}`;
      return (await repository.has(file))
        ? ok(await repository.bytes(['show', file]))
        : refused(404, '404 File Not Found');
    }
    default:
      return refused(404, '404 Not Found');
  }
}

/** "Create a commit with multiple files and actions". */
export async function answerCommit(asked: Asked): Promise<Answer> {
  const { repository, body } = asked;
  const { branch, commit_message, start_sha, force, actions } =
    body as CommitWish;
  if (!commit_message) {
    return { status: 400, body: { error: 'commit_message is empty' } };
  }
  const ref = `refs/heads/${branch}`;
  if ((await repository.has(ref)) && start_sha && !force) {
    return refused(
      400,
      `A branch called '${branch}' already exists. Switch to that branch in order to make changes`,
    );
  }
  const start = start_sha ?? ref;
  if (!(await repository.has(start))) {
    return refused(
      400,
      'You can only create or edit files when you are on a branch',
    );
  }
  const modes = await modesAt(repository, start);
  for (const { action, file_path: file } of actions) {
    if (action === 'create' && modes.has(file)) {
      return refused(400, 'A file with this name already exists');
    }
    if (action !== 'create' && !modes.has(file)) {
      return refused(400, "A file with this name doesn't exist");
    }
  }
  const tree = await repository.createTree(
    start,
    actions.map(({ action, file_path: file, content }) => ({
      path: file,
      mode: modes.get(file) ?? '100644',
      ...(action === 'delete' ? { sha: null } : { content }),
    })),
  );
  const parents = [await repository.text(['rev-parse', start])];
  const id = await repository.createCommit({
    ...{ tree, parents, message: commit_message },
  });
  await repository.text(['update-ref', ref, id]);
  return { status: 201, body: { id } };
}

async function commitAt(repository: BareRepository, ref: string) {
  const { sha, parents, commit } = await repository.commit(ref);
  return {
    id: sha,
    message: commit.message,
    parent_ids: parents.map(parent => parent.sha),
  };
}

async function modesAt(repository: BareRepository, ref: string) {
  const entries = await entriesOf(repository, ref);
  return new Map(entries.map(({ path, mode }) => [path, mode]));
}

async function treeOf(repository: BareRepository, query: URLSearchParams) {
  const below = query.get('path');
  const entries = await entriesOf(repository, query.get('ref')!);
  return entries.filter(({ path }) => !below || path.startsWith(`${below}/`));
}

/** Everything, as a recursive listing has it: folders, too. */
async function entriesOf(repository: BareRepository, ref: string) {
  const text = await repository.text(['ls-tree', '-r', '-t', ref]);
  return text.split('\n').map(line => {
    const [, mode, type, id, path] = /^(\d+) (\w+) (\w+)\t(.+)$/.exec(line)!;
    return { id, type, path, mode };
  });
}

function page<T>(entries: T[], query: URLSearchParams): T[] {
  const size = Math.min(Number(query.get('per_page') ?? 20), 100);
  const from = (Number(query.get('page') ?? 1) - 1) * size;
  return entries.slice(from, from + size);
}
