import { act, render } from '@testing-library/react';
import { useNearEnd } from './useNearEnd';

function List(props: { onEnd?: () => void; length: number }) {
  return <div ref={useNearEnd(props.onEnd, props.length)} />;
}

describe('useNearEnd', () => {
  const real = window.IntersectionObserver;
  let look: (isIntersecting: boolean) => void;

  beforeEach(() => {
    jest.useFakeTimers();
    class Observer {
      constructor(tell: (entries: Array<{ isIntersecting: boolean }>) => void) {
        look = isIntersecting => act(() => tell([{ isIntersecting }]));
      }
      observe() {}
      disconnect() {}
    }
    Object.assign(window, { IntersectionObserver: Observer });
  });
  afterEach(() => {
    jest.useRealTimers();
    Object.assign(window, { IntersectionObserver: real });
  });

  it('asks while the end is near, and again where no page came', () => {
    const onEnd = jest.fn();
    render(<List onEnd={onEnd} length={100} />);
    look(false);
    jest.advanceTimersByTime(10_000);
    expect(onEnd).not.toHaveBeenCalled();
    look(true);
    expect(onEnd).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(4_000);
    expect(onEnd).toHaveBeenCalledTimes(3);
    look(false);
    jest.advanceTimersByTime(10_000);
    expect(onEnd).toHaveBeenCalledTimes(3);
  });

  it('stops when all is there', () => {
    const onEnd = jest.fn();
    const { rerender, unmount } = render(<List onEnd={onEnd} length={100} />);
    look(true);
    rerender(<List length={130} />);
    jest.advanceTimersByTime(10_000);
    expect(onEnd).toHaveBeenCalledTimes(1);
    unmount();
  });
});
