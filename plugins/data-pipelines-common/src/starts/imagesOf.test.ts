import { StartView } from '../model/starts';
import { SnapshotView } from '../model/state';
import { imagesOf } from './imagesOf';

const snapshot = (name: string, createdAt?: string): SnapshotView => ({
  name,
  type: 'savepoint',
  origin: 'user',
  state: 'completed',
  source: 'resource',
  createdAt,
});

const start = (at: string, image?: string): StartView => ({
  id: at,
  at,
  run: at,
  from: 'unknown',
  why: 'unknown',
  image,
});

describe('the image that a snapshot came from', () => {
  it('is that of the start before it', () => {
    const images = imagesOf(
      [
        snapshot('newest', '2026-11-03T00:00:00Z'),
        snapshot('at-once', '2026-11-02T00:00:00.000Z'),
        snapshot('older', '2026-11-01T12:00:00Z'),
        snapshot('oldest', '2026-10-01T00:00:00Z'),
        snapshot('undated'),
      ],
      [
        start('2026-11-02T00:00:00Z', 'web:2'),
        start('2026-11-01T00:00:00Z', 'web:1'),
      ],
    ).map(({ image }) => image);
    expect(images).toEqual(['web:2', 'web:2', 'web:1', undefined, undefined]);
  });

  it('is not known where its start has none', () => {
    const [one] = imagesOf(
      [snapshot('one', '2026-11-03T00:00:00Z')],
      [start('2026-11-02T00:00:00Z'), start('2026-11-01T00:00:00Z', 'web:1')],
    );
    expect(one.image).toBeUndefined();
  });
});
