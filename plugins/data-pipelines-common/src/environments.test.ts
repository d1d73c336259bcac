import { parseEnvironments } from './environments';

describe('parseEnvironments', () => {
  it('reads one or several', () => {
    expect(
      parseEnvironments('dev=east/data/orders, prod=west/data/orders'),
    ).toEqual([
      { name: 'dev', cluster: 'east', namespace: 'data', release: 'orders' },
      { name: 'prod', cluster: 'west', namespace: 'data', release: 'orders' },
    ]);
  });

  it.each([undefined, '', ' , '])('reads none from %p', value => {
    expect(parseEnvironments(value)).toEqual([]);
  });

  it.each(['dev', 'dev=east', 'dev=east/data', 'dev=a/b/c/d', '=a/b/c'])(
    'refuses %p and says what it should look like',
    value => {
      expect(() => parseEnvironments(value)).toThrow(
        `"${value}" is not an environment; write <environment>=<cluster>/<namespace>/<release>`,
      );
    },
  );

  it('refuses one name twice', () => {
    expect(() => parseEnvironments('dev=a/b/c,dev=d/e/f')).toThrow(
      'the environment "dev" stands there twice',
    );
  });
});
