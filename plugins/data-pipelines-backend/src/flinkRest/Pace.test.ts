import { Pace } from './Pace';

describe('Pace', () => {
  let busy: number;

  beforeEach(() => {
    jest.useFakeTimers();
    busy = 0;
  });

  afterEach(() => jest.useRealTimers());

  /** A hundred ask; tells how many of them were let through by now. */
  function hundredAsk(pace: Pace): () => number {
    const through: number[] = [];
    Array.from({ length: 100 }, (_, i) =>
      pace.turn().then(() => through.push(i)),
    );
    return () => through.length;
  }

  it('lets ten through in a second, the first at once', async () => {
    const through = hundredAsk(new Pace(() => busy));
    await jest.advanceTimersByTimeAsync(0);
    expect(through()).toBe(1);
    await jest.advanceTimersByTimeAsync(950);
    expect(through()).toBe(10);
  });

  it('lets four through while the portal is busy', async () => {
    busy = 0.8;
    const through = hundredAsk(new Pace(() => busy));
    await jest.advanceTimersByTimeAsync(1_950);
    expect(through()).toBe(8);
  });

  it('slows those who wait already, and hurries them again', async () => {
    const through = hundredAsk(new Pace(() => busy));
    await jest.advanceTimersByTimeAsync(4_950);
    expect(through()).toBe(50);
    busy = 0.8;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(through()).toBeGreaterThan(65);
    expect(through()).toBeLessThan(75);
    busy = 0;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(through()).toBe(100);
  });

  it('knows by itself how busy the thread is', async () => {
    jest.useRealTimers();
    const pace = new Pace();
    const until = performance.now() + 200;
    while (performance.now() < until);
    await pace.turn();
    const began = performance.now();
    await pace.turn();
    expect(performance.now() - began).toBeGreaterThan(200);
  });
});
