import { createHash } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { isByTask } from '../git/commitMessage';
import { PublishWish } from '../hosts/PublishWish';
import { GitLabRepository } from './GitLabRepository';

/** As GitLab knows it. */
export interface MergeRequest {
  /** Its number in the project. */
  iid: number;
  web_url: string;
}

interface Branch {
  commit: { id: string; message: string; parent_ids: string[] };
}

/**
 * Puts a change on a branch of its own and opens a merge request, or brings the
 * one that is open up to date. All files are in one commit, made by one request.
 *
 * @throws ConflictError where people have committed to the branch
 */
export async function openMergeRequest(
  project: GitLabRepository,
  wish: PublishWish,
): Promise<MergeRequest> {
  const { base, branch, title, body: description } = wish;
  const at = (name: string) =>
    `repository/branches/${encodeURIComponent(name)}`;
  const head = await project.get<Branch>(at(base), `show the branch ${base}`);
  const there = await project.find<Branch>(
    at(branch),
    `show the branch ${branch}`,
  );
  if (there && !isByTask(there.commit.message)) {
    throw new ConflictError(
      `The branch ${branch} of ${project.name} holds commits that the portal did not make, and they would be lost; merge or delete it, then try again`,
    );
  }
  await push(project, wish, head, there);
  const query = new URLSearchParams({
    state: 'opened',
    source_branch: branch,
    target_branch: base,
  });
  const [open] = await project.get<MergeRequest[]>(
    `merge_requests?${query}`,
    'show the merge requests',
  );
  return open
    ? project.write(
        'PUT',
        `merge_requests/${open.iid}`,
        `change the merge request ${open.iid}`,
        { title, description },
      )
    : project.write(
        'POST',
        'merge_requests',
        `open a merge request from the branch ${branch}`,
        { title, description, source_branch: branch, target_branch: base },
      );
}

/** Does nothing where the branch is like this already. */
async function push(
  project: GitLabRepository,
  wish: PublishWish,
  base: Branch,
  there: Branch | undefined,
) {
  const onto = base.commit.id;
  const mark = markOf(wish);
  if (
    there?.commit.parent_ids[0] === onto &&
    there.commit.message.includes(mark)
  ) {
    return;
  }
  const { branch, written, removed, commitMessage } = wish;
  const known = await filesAt(project, onto, wish.folder);
  await project.write(
    'POST',
    'repository/commits',
    `push the branch ${branch}`,
    {
      branch,
      start_sha: onto,
      commit_message: `${commitMessage}\n${mark}`,
      // The branch's own commit of before is replaced.
      force: there !== undefined,
      actions: [
        ...written.map(({ path, content }) => ({
          action: known.has(path) ? 'update' : 'create',
          file_path: path,
          content,
        })),
        ...removed
          .filter(path => known.has(path))
          .map(path => ({ action: 'delete', file_path: path })),
      ],
    },
  );
}

/** GitLab tells no hash of a tree, so the commit says itself what it holds. */
function markOf({ written, removed }: PublishWish): string {
  const hash = createHash('sha256').update(
    JSON.stringify({ written, removed }),
  );
  return `Headworks-Content: ${hash.digest('hex')}`;
}

/** GitLab wants to be told which files are new. */
async function filesAt(
  project: GitLabRepository,
  commit: string,
  folder: string,
): Promise<Set<string>> {
  const entries = await project.all<{ path: string; type: string }>(
    'repository/tree',
    new URLSearchParams({
      ref: commit,
      recursive: 'true',
      ...(folder && { path: folder }),
    }),
    'show the files',
  );
  return new Set(
    entries.filter(({ type }) => type === 'blob').map(({ path }) => path),
  );
}
