import { PreviewQueue } from './PreviewQueue';

/** Work that ends when it is told to. */
function work(name: string) {
  let end = () => {};
  const ended = new Promise<string>(resolve => {
    end = () => resolve(name);
  });
  const begin = jest.fn(() => ended);
  return { begin, end };
}

const signal = new AbortController().signal;
const soon = () => new Promise(resolve => setImmediate(resolve));

describe('PreviewQueue', () => {
  it('lets so many run at once, and the others in their order', async () => {
    const queue = new PreviewQueue({ atOnce: 2 });
    const all = ['a', 'b', 'c', 'd'].map(work);
    const results = all.map(({ begin }, index) =>
      queue.run({ owner: `user:${index}`, signal }, begin),
    );
    await soon();
    expect(all.map(({ begin }) => begin.mock.calls.length)).toEqual([
      1, 1, 0, 0,
    ]);
    all[1].end();
    await expect(results[1]).resolves.toBe('b');
    await soon();
    expect(all.map(({ begin }) => begin.mock.calls.length)).toEqual([
      1, 1, 1, 0,
    ]);
    all.forEach(({ end }) => end());
    await expect(Promise.all(results)).resolves.toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives the place of what somebody waits for to what they ask for next', async () => {
    const queue = new PreviewQueue({ atOnce: 1 });
    const [first, old, other, recent] = ['a', 'b', 'c', 'd'].map(work);
    const running = queue.run({ owner: 'user:ann', signal }, first.begin);
    const replaced = queue.run({ owner: 'user:ann', signal }, old.begin);
    const theirs = queue.run({ owner: 'user:bob', signal }, other.begin);
    const newer = queue.run({ owner: 'user:ann', signal }, recent.begin);
    await expect(replaced).rejects.toMatchObject({ name: 'ConflictError' });
    first.end();
    await running;
    await soon();
    expect([recent, other].map(({ begin }) => begin.mock.calls.length)).toEqual(
      [1, 0],
    );
    recent.end();
    other.end();
    await expect(Promise.all([newer, theirs])).resolves.toEqual(['d', 'c']);
    expect(old.begin).not.toHaveBeenCalled();
  });

  it('replaces nothing of those who have no name', async () => {
    const queue = new PreviewQueue({ atOnce: 1 });
    const all = ['a', 'b', 'c'].map(work);
    const results = all.map(({ begin }) => queue.run({ signal }, begin));
    all.forEach(({ end }) => end());
    await expect(Promise.all(results)).resolves.toEqual(['a', 'b', 'c']);
  });

  it('forgets what nobody waits for any more', async () => {
    const queue = new PreviewQueue({ atOnce: 1 });
    const [first, second, third] = ['a', 'b', 'c'].map(work);
    const running = queue.run({ signal }, first.begin);
    const gone = new AbortController();
    const left = queue.run({ signal: gone.signal }, second.begin);
    const last = queue.run({ signal }, third.begin);
    gone.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    first.end();
    third.end();
    await expect(Promise.all([running, last])).resolves.toEqual(['a', 'c']);
    expect(second.begin).not.toHaveBeenCalled();
  });

  it('goes on after work that failed', async () => {
    const queue = new PreviewQueue({ atOnce: 1 });
    const failing = queue.run({ signal }, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await expect(queue.run({ signal }, async () => 'yes')).resolves.toBe('yes');
  });

  it('refuses when too much waits', async () => {
    const queue = new PreviewQueue({ atOnce: 1, longest: 1 });
    const first = work('a');
    const running = queue.run({ signal }, first.begin);
    const waiting = queue.run({ signal }, async () => 'b');
    await expect(queue.run({ signal }, async () => 'c')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    first.end();
    await expect(Promise.all([running, waiting])).resolves.toEqual(['a', 'b']);
  });
});
