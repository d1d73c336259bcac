import { specChanges, specFields } from './specFields';

describe('specChanges', () => {
  const changes = (before: unknown, after: unknown) =>
    specChanges(specFields(before), specFields(after));

  it('names what is new, gone and different', () => {
    expect(
      changes(
        { image: 'a:1', job: { parallelism: 4 }, mode: 'native' },
        { image: 'a:2', job: { parallelism: 4, state: 'running' } },
      ),
    ).toEqual([
      { path: 'image', from: 'a:1', to: 'a:2' },
      { path: 'job.state', to: 'running' },
      { path: 'mode', from: 'native' },
    ]);
  });

  it('finds an item of a list again by its name', () => {
    const before = { containers: [{ name: 'a', image: '1' }, { name: 'b' }] };
    const after = { containers: [{ name: 'b' }, { name: 'a', image: '2' }] };
    expect(changes(before, after)).toEqual([
      { path: 'containers[a].image', from: '1', to: '2' },
    ]);
  });

  it('says nothing of the same, in another order', () => {
    expect(changes({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
  });

  it('takes whatever a spec is', () => {
    expect(changes(undefined, 'text')).toEqual([{ path: '', to: 'text' }]);
  });
});
