import { Way } from './Way';

describe('Way', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('cuts after the second watch that it cut in a minute, for ten minutes', () => {
    const way = new Way();
    way.wasCut();
    expect(way.cuts).toBe(false);
    jest.advanceTimersByTime(61_000);
    way.wasCut();
    expect(way.cuts).toBe(false);
    jest.advanceTimersByTime(5_000);
    way.wasCut();
    expect(way.cuts).toBe(true);
    jest.advanceTimersByTime(10 * 60_000);
    expect(way.cuts).toBe(false);
  });

  it('tells when that is found out, and not again while it is known', () => {
    const onCuts = jest.fn();
    const way = new Way(onCuts);
    way.wasCut();
    expect(onCuts).not.toHaveBeenCalled();
    for (let i = 0; i < 3; i++) way.wasCut();
    expect(onCuts).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10 * 60_000);
    for (let i = 0; i < 2; i++) way.wasCut();
    expect(onCuts).toHaveBeenCalledTimes(2);
  });
});
