import zlib from 'node:zlib';
import { brotli } from './brotli';

/** Long enough that effort shows: names and places of the parts of a pipeline. */
const text = JSON.stringify(
  Array.from({ length: 40 }, (_, i) => ({
    name: `job-${(i * 7919) % 100}`,
    object: { kind: 'FlinkDeployment', namespace: `team-${i % 7}`, uid: i * i },
  })),
);

describe('brotli', () => {
  let now = 0;
  const compress = brotli(() => now);

  beforeEach(() => {
    now += 10_000;
  });

  const sizes = async (count: number) => {
    const all: number[] = [];
    for (let i = 0; i < count; i++) {
      const bytes = await compress(text);
      expect(zlib.brotliDecompressSync(bytes).toString()).toBe(text);
      all.push(bytes.length);
    }
    return all;
  };

  it('makes short texts as small as can be while few are asked for', async () => {
    const [smallest, ...others] = await sizes(8);
    expect(others.every(size => size === smallest)).toBe(true);
    expect(smallest).toBeLessThan(zlib.gzipSync(text).length);
  });

  it('takes less time for each where many are asked for in a second', async () => {
    const all = await sizes(10);
    expect(all[8]).toBeGreaterThan(all[0]);
    expect(all[9]).toBe(all[8]);
    now += 1000;
    expect(await sizes(1)).toEqual([all[0]]);
  });

  it('compresses a long text, too', async () => {
    const long = text.repeat(20);
    const bytes = await compress(long);
    expect(bytes.length).toBeLessThan(long.length / 10);
    expect(zlib.brotliDecompressSync(bytes).toString()).toBe(long);
  });
});
