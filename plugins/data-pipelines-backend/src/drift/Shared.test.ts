import { Shared } from './Shared';

describe('Shared', () => {
  it('does once what many ask for at the same time', async () => {
    const shared = new Shared<number>({ milliseconds: 0 });
    const work = jest.fn(async () => 7);
    const results = await Promise.all([
      shared.get('a', work),
      shared.get('a', work),
    ]);
    expect(results).toEqual([7, 7]);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('keeps a result for its time only', async () => {
    let now = 1_000;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    const shared = new Shared<number>({ milliseconds: 10 });
    const work = jest.fn(async () => 7);
    await shared.get('a', work);
    now += 9;
    await shared.get('a', work);
    expect(work).toHaveBeenCalledTimes(1);
    now += 2;
    await shared.get('a', work);
    expect(work).toHaveBeenCalledTimes(2);
    clock.mockRestore();
  });

  it('tries again after a failure', async () => {
    const shared = new Shared<number>({ milliseconds: 1_000 });
    await expect(
      shared.get('a', async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await shared.get('a', async () => 7)).toBe(7);
  });

  it('does again what began before a change, after a pause and once', async () => {
    const shared = new Shared<number>({ milliseconds: 60_000, pause: 40 });
    let count = 0;
    const work = async () => ++count;
    const began = Date.now();
    expect(await shared.get('a', work)).toBe(1);
    expect(await shared.get('a', work, began)).toBe(1);
    expect(
      await Promise.all([
        shared.get('a', work, Date.now() + 1),
        shared.get('a', work, Date.now() + 1),
      ]),
    ).toEqual([2, 2]);
    expect(Date.now() - began).toBeGreaterThanOrEqual(38);
  });

  it('forgets the oldest beyond its limit', async () => {
    const shared = new Shared<string>({ milliseconds: 1_000, limit: 2 });
    for (const key of ['a', 'b', 'c']) await shared.get(key, async () => key);
    expect(await shared.get('a', async () => 'again')).toBe('again');
    expect(await shared.get('c', async () => 'again')).toBe('c');
  });
});
