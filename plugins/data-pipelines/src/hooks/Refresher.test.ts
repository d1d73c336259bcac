import { Refresher } from './Refresher';

describe('Refresher', () => {
  let visible: boolean;
  /** How long a load takes, in milliseconds. */
  let takes: number;
  let begun: number[];
  let refresher: Refresher;

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    visible = true;
    takes = 50;
    begun = [];
    refresher = new Refresher({
      visible: () => visible,
      load: async () => {
        begun.push(Date.now());
        await new Promise(resolve => setTimeout(resolve, takes));
      },
    });
  });

  afterEach(() => {
    refresher.stop();
    jest.useRealTimers();
  });

  it('loads at once', async () => {
    refresher.ask();
    await jest.advanceTimersByTimeAsync(1);
    expect(begun).toEqual([0]);
  });

  it('loads once more for all that was asked meanwhile, after a rest', async () => {
    refresher.ask();
    await jest.advanceTimersByTimeAsync(10);
    refresher.ask();
    refresher.ask();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(begun).toEqual([0, 500]);
  });

  it('rests as long as the last answer took', async () => {
    takes = 1_000;
    refresher.ask();
    await jest.advanceTimersByTimeAsync(10);
    refresher.ask();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(begun).toEqual([0, 2_000]);
  });

  it('takes the time it is given, unless somebody is in more of a hurry', async () => {
    refresher.ask(5_000);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(begun).toEqual([]);
    refresher.ask();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(begun).toEqual([1_000]);
  });

  it('shows each of ten changes a second within a second, and asks at most twice', async () => {
    takes = 150;
    const changes: number[] = [];
    for (let change = 0; change < 100; change++) {
      changes.push(Date.now());
      refresher.ask();
      await jest.advanceTimersByTimeAsync(100);
    }
    await jest.advanceTimersByTimeAsync(2_000);
    const seen = changes.map(
      at => takes + (begun.find(time => time >= at) ?? Infinity),
    );
    const waited = seen.map((at, index) => at - changes[index]);
    expect(Math.max(...waited)).toBeLessThan(1_000);
    expect(begun.length).toBeLessThanOrEqual(22);
  });

  it('waits until somebody looks', async () => {
    visible = false;
    refresher.ask();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(begun).toEqual([]);
    visible = true;
    refresher.arm();
    await jest.advanceTimersByTimeAsync(1);
    expect(begun).toEqual([60_000]);
  });

  it('does nothing after it was stopped', async () => {
    refresher.ask();
    await jest.advanceTimersByTimeAsync(10);
    refresher.ask();
    refresher.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(begun).toEqual([0]);
  });
});
