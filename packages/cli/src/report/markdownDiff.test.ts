import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { diffOf as against, job, topic } from './__testUtils__/diff';
import { markdownDiff } from './markdownDiff';

const diffOf = (before: RenderedObject[], after: RenderedObject[]) =>
  against(before, after, 'origin/main');

describe('markdownDiff', () => {
  it('says first what happens to each job, and folds the objects', () => {
    const text = markdownDiff(
      diffOf(
        [topic('a', { partitions: 6 }), job('x:1')],
        [topic('a', { partitions: 3 }), job('x:2')],
      ),
    );
    expect(text).toMatch(/^<!-- headworks diff -->\n\n### web in dev\n/);
    expect(text).toContain(
      '| flink/sum | restarts from a savepoint | the job restarts from a savepoint that it takes first |',
    );
    expect(text).toContain(
      '- **refused** KafkaTopic/a spec.partitions: 6 partitions cannot become 3: Kafka never removes one → Keep 6',
    );
    expect(text.indexOf('| flink/sum')).toBeLessThan(text.indexOf('refused'));
    expect(text).toContain(
      '<details><summary>2 objects, against origin/main</summary>',
    );
    expect(text).toContain('-  partitions: 6\n+  partitions: 3');
  });

  it('says that nothing changes', () => {
    expect(markdownDiff(diffOf([job('x')], [job('x')]))).toBe(
      '<!-- headworks diff -->\n\n### web in dev\n\nThe same as origin/main.\n',
    );
  });

  it('lets nothing out of its place, and calls nobody', () => {
    const text = markdownDiff(
      diffOf(
        [topic('a', { config: { note: 'x' } }), topic('@everyone|<b>', {})],
        [topic('a', { config: { note: '````\n# out' } })],
      ),
    );
    const [, fence] = /\n(`+)diff\n/.exec(text)!;
    expect(fence).toBe('`````');
    const [outside] = text.split(`${fence}diff`);
    expect(outside).not.toMatch(/@everyone|<b>/);
    expect(outside).toContain('&#64;everyone\\|\\<b\\>');
  });

  it('is short enough for a comment', () => {
    const many = Array.from({ length: 3_000 }, (_, i) =>
      topic(`topic-${i}`, {}),
    );
    const text = markdownDiff(diffOf([], many));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('… the rest is in the log');
  });
});
