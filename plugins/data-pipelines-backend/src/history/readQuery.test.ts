import { toCursor } from './cursor';
import { readQuery } from './readQuery';

describe('readQuery', () => {
  it('asks for 50 of everything where nothing is said', () => {
    expect(readQuery({})).toEqual({ limit: 50 });
  });

  it('takes several kinds, an environment, a limit and a cursor', () => {
    const after = { at: 1, id: 'a'.repeat(43) };
    expect(
      readQuery({
        kind: ['run', 'event'],
        environment: 'prod',
        limit: '500',
        cursor: toCursor(after),
      }),
    ).toEqual({
      kinds: ['run', 'event'],
      environment: 'prod',
      limit: 500,
      after,
    });
  });

  it.each([
    [{ kind: 'toString' }, 'kind: is "toString"; choose of transition, run'],
    [{ kind: { $gt: '' } }, 'kind: must be plain text'],
    [{ environment: ['a', 'b'] }, 'environment: may stand there once'],
    [{ environment: 'a\0' }, 'environment: must be plain text'],
    [{ limit: '0' }, 'limit: must be a whole number from 1 to 500'],
    [{ limit: '1e2' }, 'limit: must be a whole number from 1 to 500'],
    [{ cursor: 'x' }, 'cursor: is none that this API gave'],
    [{ cursor: 'W10' }, 'cursor: is none that this API gave'],
  ])('refuses %j', (parameters, sentence) => {
    expect(() => readQuery(parameters)).toThrow(sentence);
  });
});
