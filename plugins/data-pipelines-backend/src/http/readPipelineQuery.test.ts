import { readPipelineQuery } from './readPipelineQuery';

describe('readPipelineQuery', () => {
  it('reads every parameter, once or several times', () => {
    expect(
      readPipelineQuery({
        owner: ['group:default/a', 'group:default/b'],
        health: 'Degraded',
        engine: ['flink'],
        text: 'sum',
        sort: 'name',
        order: 'desc',
        limit: '20',
      }),
    ).toEqual({
      owner: ['group:default/a', 'group:default/b'],
      health: ['Degraded'],
      cluster: [],
      environment: [],
      engine: ['flink'],
      ref: [],
      text: 'sum',
      sort: 'name',
      order: 'desc',
      limit: 20,
      cursor: undefined,
    });
  });

  it.each<[Record<string, unknown>, string]>([
    [{ helth: 'Degraded' }, 'helth: is no parameter here; choose of owner, '],
    [{ health: 'Broken' }, 'health: is "Broken"; choose of Degraded, Missing'],
    [{ limit: '0' }, 'limit: must be a whole number from 1 to 500'],
    [{ limit: '501' }, 'limit: must be a whole number from 1 to 500'],
    [{ limit: ['1', '2'] }, 'limit: may stand there once'],
    [{ sort: ['name', 'owner'] }, 'sort: may stand there once'],
    [{ text: { a: 'b' } }, 'text: must be plain text'],
    [{ owner: 'a\0' }, 'owner: must be plain text'],
  ])('refuses %j', (parameters, sentence) => {
    expect(() => readPipelineQuery(parameters)).toThrow(sentence);
  });
});
