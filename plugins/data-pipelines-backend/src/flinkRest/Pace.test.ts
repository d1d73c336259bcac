import { Pace } from './Pace';

describe('Pace', () => {
  let busy: number;

  beforeEach(() => {
    jest.useFakeTimers();
    busy = 0;
  });

  afterEach(() => jest.useRealTimers());

  async function asked(pace: Pace, milliseconds: number): Promise<number> {
    let count = 0;
    for (let i = 0; i < 100; i++) void pace.turn().then(() => count++);
    await jest.advanceTimersByTimeAsync(milliseconds);
    return count;
  }

  it('lets ten through in a second, the first at once', async () => {
    expect(await asked(new Pace(() => busy), 0)).toBe(1);
    expect(await asked(new Pace(() => busy), 950)).toBe(10);
  });

  it('lets four through while the portal is busy', async () => {
    busy = 0.8;
    expect(await asked(new Pace(() => busy), 1_950)).toBe(8);
  });

  it('slows those who wait already, and hurries them again', async () => {
    const pace = new Pace(() => busy);
    const before = await asked(pace, 5_950);
    expect(before).toBe(60);
    let more = 0;
    for (let i = 0; i < 100; i++) void pace.turn().then(() => more++);
    busy = 0.8;
    await jest.advanceTimersByTimeAsync(10_000);
    // The forty of the first hundred that were left, and hardly any other.
    expect(more).toBeLessThan(10);
    busy = 0;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(more).toBeGreaterThan(90);
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
