import { topic } from '../DriftPanel/__testUtils__/drift';
import { sortedByState } from './sortedByState';

describe('sortedByState', () => {
  it('puts what wants attention first, the worst before the others', () => {
    const { drifted, others } = sortedByState([
      topic('a', 'same'),
      topic('b', 'differs'),
      topic('c', 'unreadable'),
      topic('d', 'missing'),
    ]);
    expect(drifted.map(({ object }) => object.name)).toEqual(['d', 'b']);
    expect(others.map(({ object }) => object.name)).toEqual(['c', 'a']);
  });
});
