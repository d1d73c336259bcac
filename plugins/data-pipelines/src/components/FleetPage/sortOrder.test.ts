import { inForce, pressed } from './sortOrder';

describe('inForce', () => {
  it('is the worst first where nobody chose, and the latest first by time', () => {
    expect(inForce({})).toEqual({ sort: 'health', order: 'asc' });
    expect(inForce({ sort: 'changed' })).toEqual({
      sort: 'changed',
      order: 'desc',
    });
  });
});

describe('pressed', () => {
  it('turns the column round that is sorted by', () => {
    expect(pressed('health', {})).toEqual({ sort: 'health', order: 'desc' });
    expect(pressed('health', { sort: 'health', order: 'desc' })).toEqual({
      sort: 'health',
      order: 'asc',
    });
  });

  it('begins another column in its usual order', () => {
    expect(pressed('changed', { sort: 'name', order: 'desc' })).toEqual({
      sort: 'changed',
      order: 'desc',
    });
  });
});
