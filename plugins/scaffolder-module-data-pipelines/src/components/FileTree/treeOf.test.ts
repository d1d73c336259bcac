import { treeOf } from './treeOf';

describe('treeOf', () => {
  it('puts folders before files, and what is in them below', () => {
    expect(
      treeOf(['values.yaml', 'Chart.yaml', 'ci/a/b.yaml', 'ci/c.yaml']).map(
        ({ depth, name, folder }) =>
          '  '.repeat(depth) + name + (folder ? '/' : ''),
      ),
    ).toEqual([
      'ci/',
      '  a/',
      '    b.yaml',
      '  c.yaml',
      'Chart.yaml',
      'values.yaml',
    ]);
  });

  it('knows each file by its whole path', () => {
    expect(treeOf(['ci/a.yaml'])[1]).toMatchObject({ path: 'ci/a.yaml' });
  });
});
