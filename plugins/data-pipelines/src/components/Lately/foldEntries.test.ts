import { entry } from '../__testUtils__/views';
import { foldEntries } from './foldEntries';

const restart = (id: string) =>
  entry({ kind: 'restart', what: 'A TaskManager', count: 1 }, { id });
const turned = (id: string, to: 'Healthy' | 'Degraded') =>
  entry({ kind: 'transition', to, reason: to, message: to }, { id });
const upgrade = (id: string) =>
  entry({ kind: 'upgrade', generation: 2, changes: [] }, { id });

const ids = (entries: ReturnType<typeof foldEntries>) =>
  entries.map(({ newest, alike }) => [newest, ...alike].map(({ id }) => id));

describe('foldEntries', () => {
  it('folds what is alike and in a row', () => {
    expect(
      ids(
        foldEntries([
          restart('5'),
          restart('4'),
          turned('3', 'Degraded'),
          turned('2', 'Healthy'),
          restart('1'),
        ]),
      ),
    ).toEqual([['5', '4'], ['3'], ['2'], ['1']]);
  });

  it('keeps every upgrade by itself, and places apart', () => {
    expect(
      ids(
        foldEntries([
          upgrade('4'),
          upgrade('3'),
          restart('2'),
          { ...restart('1'), object: 'FlinkDeployment/data/other' },
        ]),
      ),
    ).toEqual([['4'], ['3'], ['2'], ['1']]);
  });
});
