import { ConflictError } from '@backstage/errors';
import { isByTask } from '../git/commitMessage';
import { PublishWish } from '../hosts/PublishWish';
import { GitHubRepository } from './GitHubRepository';

const FILE = { mode: '100644', type: 'blob' };

/** As GitHub knows it. */
export interface PullRequest {
  number: number;
  html_url: string;
}

interface Branch {
  commit: {
    sha: string;
    parents: Array<{ sha: string }>;
    commit: { message: string; tree: { sha: string } };
  };
}

/**
 * Puts a change on a branch of its own and opens a pull request, or brings the
 * one that is open up to date. All files are in one request: GitHub soon
 * refuses whoever sends a request for each.
 *
 * @throws ConflictError where people have committed to the branch
 */
export async function openPullRequest(
  repository: GitHubRepository,
  wish: PublishWish,
): Promise<PullRequest> {
  const { base, branch, title, body } = wish;
  const head = await repository.get<Branch>(
    `branches/${encodeURIComponent(base)}`,
    `show the branch ${base}`,
  );
  const there = await repository.find<Branch>(
    `branches/${encodeURIComponent(branch)}`,
    `show the branch ${branch}`,
  );
  if (there && !isByTask(there.commit.commit.message)) {
    throw new ConflictError(
      `The branch ${branch} of ${repository.name} holds commits that the portal did not make, and they would be lost; merge or delete it, then try again`,
    );
  }
  await push(repository, wish, head, there);
  const query = new URLSearchParams({
    state: 'open',
    head: `${repository.owner}:${branch}`,
    base,
  });
  const [open] = await repository.get<PullRequest[]>(
    `pulls?${query}`,
    'show the pull requests',
  );
  return open
    ? repository.write(
        'PATCH',
        `pulls/${open.number}`,
        `change the pull request ${open.number}`,
        { title, body },
      )
    : repository.write(
        'POST',
        'pulls',
        `open a pull request from the branch ${branch}`,
        { title, body, head: branch, base },
      );
}

/** Does nothing where the branch is like this already. */
async function push(
  repository: GitHubRepository,
  { branch, written, removed, commitMessage }: PublishWish,
  base: Branch,
  there: Branch | undefined,
) {
  const onto = base.commit.sha;
  const tree = await repository.write<{ sha: string }>(
    'POST',
    'git/trees',
    'take the changed files',
    {
      base_tree: base.commit.commit.tree.sha,
      tree: [
        ...written.map(file => ({ ...FILE, ...file })),
        ...removed.map(path => ({ ...FILE, path, sha: null })),
      ],
    },
  );
  if (
    there?.commit.commit.tree.sha === tree.sha &&
    there.commit.parents[0]?.sha === onto
  ) {
    return;
  }
  const wish = `push the branch ${branch}`;
  const { sha } = await repository.write<{ sha: string }>(
    'POST',
    'git/commits',
    wish,
    { message: commitMessage, tree: tree.sha, parents: [onto] },
  );
  if (there) {
    const at = `git/refs/heads/${branch}`;
    await repository.write('PATCH', at, wish, { sha, force: true });
  } else {
    const ref = `refs/heads/${branch}`;
    await repository.write('POST', 'git/refs', wish, { ref, sha });
  }
}
