import { act, fireEvent, render, screen } from '@testing-library/react';
import { useScrollMark } from './useScrollMark';

function Marked() {
  return <div data-testid="marked" ref={useScrollMark()} />;
}

describe('useScrollMark', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('marks while something scrolls, until a moment after', () => {
    const { unmount } = render(<Marked />);
    const isMarked = () =>
      screen.getByTestId('marked').dataset.scrolling !== undefined;
    const pass = (milliseconds: number) =>
      act(() => jest.advanceTimersByTime(milliseconds));
    expect(isMarked()).toBe(false);
    for (let step = 0; step < 5; step++) {
      fireEvent.scroll(document.body);
      expect(isMarked()).toBe(true);
      pass(140);
      expect(isMarked()).toBe(true);
    }
    pass(20);
    expect(isMarked()).toBe(false);
    fireEvent.scroll(document);
    expect(isMarked()).toBe(true);
    unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
