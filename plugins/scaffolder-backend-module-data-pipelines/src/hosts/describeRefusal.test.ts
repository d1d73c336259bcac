import { describeRefusal, Refusal } from './describeRefusal';
import { WORDS } from './words';

const refusal: Refusal = {
  host: 'github.com',
  repository: 'acme/orders',
  wish: 'push the branch headworks/upgrade-0.2.0',
  status: 502,
  isRateLimited: false,
  words: WORDS.github,
};

describe('describeRefusal', () => {
  it.each<[Partial<Refusal>, string]>([
    [{ status: 401, says: 'Bad credentials' }, 'puts a new one into'],
    [{ status: 403, says: 'No' }, 'the right to write contents'],
    [{ status: 404 }, 'See that it is there'],
    [
      { status: 403, words: WORDS.gitlab },
      'the right to write (scope api, and the role Developer or more',
    ],
    [
      { status: 429, isRateLimited: true, words: WORDS.gitlab },
      'whoever runs GitLab raises the limits',
    ],
    [
      { status: 403, says: 'You are not allowed to push into this branch' },
      "A maintainer of acme/orders lets the portal's token push and force push",
    ],
    [{ status: 409 }, 'mend what is in the way'],
    [{ status: 422 }, 'mend what is in the way'],
    [{ status: 429, isRateLimited: true }, 'Try again later'],
    [
      { isRateLimited: true, again: new Date('2030-01-01T12:34:56Z') },
      'Try again after 2030-01-01 12:34 UTC',
    ],
    [{}, 'Try again later; if it stays, see whether github.com has trouble'],
  ])('says what, where and the remedy of %j', (part, remedy) => {
    const sentence = describeRefusal({ ...refusal, ...part });
    expect(sentence).toContain(
      'github.com did not push the branch headworks/upgrade-0.2.0 of acme/orders (',
    );
    expect(sentence).toContain(remedy);
  });
});
