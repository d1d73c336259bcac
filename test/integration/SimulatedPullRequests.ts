import { Asked, refused } from './simulatedGitHubAnswers';
import { Answer } from './simulatedServer';

export interface SimulatedPullRequest {
  repository: string;
  number: number;
  state: 'open' | 'closed';
  title: string;
  body: string;
  head: string;
  base: string;
}

/** The pull requests of all repositories, counted together. */
export class SimulatedPullRequests {
  readonly all: SimulatedPullRequest[] = [];

  async answer(asked: Asked): Promise<Answer> {
    if (asked.what === 'GET pulls') {
      const head = asked.query.get('head')!.replace(`${asked.owner}:`, '');
      const found = this.#open(asked, head, asked.query.get('base')!);
      return { status: 200, body: found.map(one => shown(asked, one)) };
    }
    if (asked.what === 'PATCH pulls') {
      const found = this.all[Number(asked.tail) - 1];
      Object.assign(found, asked.body);
      return { status: 200, body: shown(asked, found) };
    }
    const wish = asked.body as SimulatedPullRequest;
    if (this.#open(asked, wish.head, wish.base).length > 0) {
      return refused(422, `A pull request exists for ${wish.head}`);
    }
    if (!(await asked.repository.has(`refs/heads/${wish.head}`))) {
      return refused(422, 'Validation Failed');
    }
    const number = this.all.push({
      ...wish,
      repository: asked.name,
      number: this.all.length + 1,
      state: 'open',
    });
    return { status: 201, body: shown(asked, this.all[number - 1]) };
  }

  #open({ name }: Asked, head: string, base: string) {
    return this.all.filter(
      one =>
        one.repository === name &&
        one.head === head &&
        one.base === base &&
        one.state === 'open',
    );
  }
}

function shown({ owner, name }: Asked, { number }: SimulatedPullRequest) {
  return {
    number,
    html_url: `https://github.com/${owner}/${name}/pull/${number}`,
  };
}
