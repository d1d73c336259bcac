import { heldOrder } from './heldOrder';

function rows(text: string) {
  return [...text].map(entityRef => ({ entityRef }));
}

function order(shown: string, fresh: string) {
  return heldOrder([...shown], rows(fresh))
    .map(({ entityRef }) => entityRef)
    .join('');
}

describe('heldOrder', () => {
  it.each([
    ['keeps every row in its place', 'abcd', 'dcba', 'abcd'],
    ['drops what is gone', 'abcd', 'dba', 'abd'],
    ['puts a new row after the one that it follows', 'abc', 'abxc', 'abxc'],
    ['puts what is new at the top to the top', 'abc', 'xyabc', 'xyabc'],
    ['appends the next page', 'ab', 'abcd', 'abcd'],
    ['takes the fresh order where nothing was shown', '', 'ba', 'ba'],
  ])('%s', (_promise, shown, fresh, expected) => {
    expect(order(shown, fresh)).toBe(expected);
  });
});
