import { Asked, refused } from './simulatedGitLabAnswers';
import { Answer } from './simulatedServer';

export interface SimulatedMergeRequest {
  project: string;
  iid: number;
  state: 'opened' | 'closed';
  title: string;
  description: string;
  source_branch: string;
  target_branch: string;
}

/** The merge requests of all projects; each project counts its own. */
export class SimulatedMergeRequests {
  readonly all: SimulatedMergeRequest[] = [];

  async answer(asked: Asked): Promise<Answer> {
    const { body, project, query, tail, what } = asked;
    if (what === 'GET merge_requests') {
      const found = this.#open(
        project,
        query.get('source_branch')!,
        query.get('target_branch')!,
      );
      return { status: 200, body: found.map(one => shown(asked, one)) };
    }
    if (what === 'PUT merge_requests') {
      const found = this.all.find(
        one => one.project === project && one.iid === Number(tail[0]),
      );
      if (!found) return refused(404, '404 Not found');
      Object.assign(found, body);
      return { status: 200, body: shown(asked, found) };
    }
    const wish = body as SimulatedMergeRequest;
    if (!wish.title) {
      return { status: 400, body: { error: 'title is empty' } };
    }
    const [open] = this.#open(project, wish.source_branch, wish.target_branch);
    if (open) {
      return refused(409, [
        `Another open merge request already exists for this source branch: !${open.iid}`,
      ]);
    }
    if (!(await asked.repository.has(`refs/heads/${wish.source_branch}`))) {
      return refused(422, {
        validate_branches: [
          `Source branch "${wish.source_branch}" does not exist`,
        ],
      });
    }
    const iid = this.all.filter(one => one.project === project).length + 1;
    const made = { ...wish, project, iid, state: 'opened' as const };
    this.all.push(made);
    return { status: 201, body: shown(asked, made) };
  }

  #open(project: string, source: string, target: string) {
    return this.all.filter(
      one =>
        one.project === project &&
        one.source_branch === source &&
        one.target_branch === target &&
        one.state === 'opened',
    );
  }
}

function shown({ webUrl }: Asked, { iid }: SimulatedMergeRequest) {
  return { iid, web_url: `${webUrl}/-/merge_requests/${iid}` };
}
