import { recordedChanges } from './__testUtils__/recordedChanges';
import { sparkRunFacts } from './sparkRun';

const runs = (name: string) => {
  const furthest = new Map<string, { rank: number; text: string }>();
  const changes = recordedChanges(
    'sparkapplications.sparkoperator.k8s.io',
    name,
  );
  for (const { key, detail, rank } of changes.flatMap(sparkRunFacts)) {
    const { run, state, startedAt, endedAt, message = '' } = detail;
    if ((furthest.get(key)?.rank ?? 0) >= rank) continue;
    furthest.set(key, {
      rank,
      text: `${run.slice(0, 6)} ${state} ${startedAt?.slice(11, 19)}–${
        endedAt?.slice(11, 19) ?? ''
      } ${message}`.trim(),
    });
  }
  return [...furthest.values()].map(({ text }) => text);
};

describe('sparkRunFacts', () => {
  it('tells one run of an application that completes', () => {
    expect(runs('report-ok')).toEqual(['1d0db7 finished 08:52:15–08:53:14']);
  });

  it('tells each attempt of one that is retried', () => {
    const why = 'driver container failed with ExitCode: 101, Reason: Error';
    expect(runs('report-retries')).toEqual([
      `0e46a2 failed 08:53:30–08:53:42 ${why}`,
      `629c78 failed 08:53:42–08:54:00 ${why}`,
      `2f0345 failed 08:54:01–08:54:34 ${why}`,
    ]);
  });

  it('tells a suspended run from the one that resumes', () => {
    expect(runs('report-suspended')).toEqual([
      expect.stringMatching(/^d0a3ea stopped 08:56:22–08:56:43/),
      expect.stringMatching(/^188a86 failed 08:56:45–08:57:05/),
    ]);
  });
});
