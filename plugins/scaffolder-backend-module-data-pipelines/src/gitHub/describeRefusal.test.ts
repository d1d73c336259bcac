import { describeRefusal, Refusal } from './describeRefusal';

const refusal: Refusal = {
  host: 'github.com',
  repository: 'acme/orders',
  wish: 'push the branch headworks/upgrade-0.2.0',
  status: 502,
  isRateLimited: false,
};

describe('describeRefusal', () => {
  it.each<[Partial<Refusal>, string]>([
    [{ status: 401, says: 'Bad credentials' }, 'puts a new one into'],
    [{ status: 403, says: 'No' }, 'the right to write contents'],
    [{ status: 404 }, 'See that it is there'],
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
