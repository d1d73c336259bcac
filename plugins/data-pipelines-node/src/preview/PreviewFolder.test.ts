import fs from 'node:fs';
import path from 'node:path';
import { PreviewFolder } from './PreviewFolder';

const CHARTS = [
  { path: 'kafka/Chart.yaml', content: 'name: kafka' },
  { path: 'umbrella/templates/validate.yaml', content: 'validate' },
  { path: 'umbrella/values.schema.json', content: '{}' },
];

const values = (content: string) => [{ path: 'values.yaml', content }];

describe('PreviewFolder', () => {
  const folder = new PreviewFolder(CHARTS);
  const roots = new Set<string>();

  afterAll(() => folder.remove());

  /** What a pipeline's folder holds while it is used. */
  const look = (content: string) =>
    folder.with(values(content), async dir => {
      roots.add(path.dirname(dir));
      const read = (file: string) =>
        fs.readFileSync(path.join(dir, file), 'utf8');
      return {
        dir,
        values: read('values.yaml'),
        chart: read('charts/kafka/Chart.yaml'),
        umbrella: read('templates/validate.yaml') + read('values.schema.json'),
      };
    });

  it('holds a pipeline’s own files beside our charts', async () => {
    expect(await look('a')).toMatchObject({
      values: 'a',
      chart: 'name: kafka',
      umbrella: 'validate{}',
    });
  });

  it('keeps pipelines apart over one copy of our charts', async () => {
    const looks = await Promise.all(['a', 'b', 'c'].map(look));
    expect(looks.map(one => one.values)).toEqual(['a', 'b', 'c']);
    expect(new Set(looks.map(({ dir }) => dir)).size).toBe(3);
    expect(roots.size).toBe(1);
  });

  it('removes a pipeline’s folder, whatever its use came to', async () => {
    let used = '';
    const use = folder.with(values('a'), async dir => {
      used = dir;
      throw new Error('no');
    });
    await expect(use).rejects.toThrow('no');
    expect(fs.existsSync(used)).toBe(false);
  });

  it('refuses a file that would leave it', async () => {
    const files = [{ path: '../../../outside.yaml', content: '' }];
    await expect(folder.with(files, async () => {})).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it('is gone once it is removed, and may be removed twice', async () => {
    await folder.remove();
    await folder.remove();
    expect([...roots].filter(root => fs.existsSync(root))).toEqual([]);
  });
});
