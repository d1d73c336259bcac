import { Gate } from './Gate';

describe('Gate', () => {
  it('lets a few in at once, the others in the order they came', async () => {
    const gate = new Gate(2);
    const began: number[] = [];
    const ends: Array<() => void> = [];
    const all = [0, 1, 2, 3].map(i =>
      gate.run(async () => {
        began.push(i);
        await new Promise<void>(resolve => ends.push(resolve));
      }),
    );
    await Promise.resolve();
    expect(began).toEqual([0, 1]);
    ends[1]();
    await all[1];
    expect(began).toEqual([0, 1, 2]);
    ends[0]();
    ends[2]();
    await all[0];
    await all[2];
    expect(began).toEqual([0, 1, 2, 3]);
    ends[3]();
    await Promise.all(all);
  });

  it('frees the place of one that fails', async () => {
    const gate = new Gate(1);
    await expect(
      gate.run(() => Promise.reject(new Error('no'))),
    ).rejects.toThrow();
    await expect(gate.run(async () => 'in')).resolves.toBe('in');
  });
});
