import { Health, Verdict } from '../model/health';
import { HEALTHS } from './severity';
import { VerdictPart } from './rootCause';
import { verdictOf, worstVerdict } from './verdict';

function part(
  name: string,
  health: Health,
  upstream: string[] = [],
  more: Partial<VerdictPart> = {},
): VerdictPart {
  return {
    entityRef: name,
    name,
    upstream,
    report: {
      health,
      reason: `${name}Reason`,
      message: `${name} is ${health}`,
      nextStep: `Look at ${name}.`,
    },
    ...more,
  };
}

/** clicks → detect → alerts → notify, all on one Kafka. */
function stream(healths: {
  kafka?: Health;
  clicks?: Health;
  detect?: Health;
  alerts?: Health;
  notify?: Health;
}): VerdictPart[] {
  const { kafka, clicks, detect, alerts, notify } = healths;
  return [
    part('notify', notify ?? 'Healthy', ['alerts']),
    part('alerts', alerts ?? 'Healthy', ['detect', 'kafka']),
    part('detect', detect ?? 'Healthy', ['clicks']),
    part('clicks', clicks ?? 'Healthy', ['kafka']),
    part('kafka', kafka ?? 'Healthy'),
  ];
}

describe('verdictOf', () => {
  it.each<
    [string, VerdictPart[], { health: Health; cause: string; message: string }]
  >([
    [
      'one job that fails',
      stream({ detect: 'Degraded' }),
      {
        health: 'Degraded',
        cause: 'detect',
        message: 'detect: detect is Degraded',
      },
    ],
    [
      'the first of two jobs that fail',
      stream({ detect: 'Degraded', notify: 'Degraded' }),
      {
        health: 'Degraded',
        cause: 'detect',
        message: 'detect: detect is Degraded (affects notify)',
      },
    ],
    [
      'a Kafka cluster that is down, behind all that fails',
      stream({
        kafka: 'Degraded',
        clicks: 'Degraded',
        detect: 'Degraded',
        notify: 'Degraded',
      }),
      {
        health: 'Degraded',
        cause: 'kafka',
        message: 'kafka: kafka is Degraded (affects notify, detect and 1 more)',
      },
    ],
    [
      'a topic that is missing, behind a job that fails louder',
      stream({ clicks: 'Missing', detect: 'Degraded' }),
      {
        health: 'Degraded',
        cause: 'clicks',
        message: 'clicks: clicks is Missing (affects detect)',
      },
    ],
    [
      'a job that fails, not the missing topic behind it',
      stream({ detect: 'Degraded', alerts: 'Missing' }),
      {
        health: 'Degraded',
        cause: 'detect',
        message: 'detect: detect is Degraded (affects alerts)',
      },
    ],
    [
      'a job that fails before a missing topic of another way',
      [...stream({ detect: 'Degraded' }), part('other', 'Missing')],
      {
        health: 'Degraded',
        cause: 'detect',
        message: 'detect: detect is Degraded (and 1 more)',
      },
    ],
    [
      'what explains more before what explains less',
      [
        part('lonely', 'Degraded'),
        ...stream({ clicks: 'Degraded', detect: 'Degraded' }),
      ],
      {
        health: 'Degraded',
        cause: 'clicks',
        message: 'clicks: clicks is Degraded (affects detect; and 1 more)',
      },
    ],
    [
      'of those that explain nothing the one that is furthest upstream',
      [
        part('late', 'Degraded', ['middle']),
        part('middle', 'Healthy', ['first']),
        part('first', 'Healthy'),
        part('early', 'Degraded', ['first']),
      ],
      {
        health: 'Degraded',
        cause: 'early',
        message: 'early: early is Degraded (and 1 more)',
      },
    ],
    [
      'a job that fails, not the topic that is only being changed',
      stream({ clicks: 'Progressing', detect: 'Degraded' }),
      {
        health: 'Degraded',
        cause: 'detect',
        message: 'detect: detect is Degraded',
      },
    ],
    [
      'a job that fails, not the one before it that somebody suspended',
      stream({ detect: 'Suspended', notify: 'Degraded' }),
      {
        health: 'Degraded',
        cause: 'notify',
        message: 'notify: notify is Degraded',
      },
    ],
    [
      'the first of those that are on their way',
      stream({ detect: 'Progressing', notify: 'Progressing' }),
      {
        health: 'Progressing',
        cause: 'detect',
        message: 'detect: detect is Progressing (and 1 more)',
      },
    ],
    [
      'one of a loop, with all that it affects',
      [
        part('a', 'Degraded', ['b']),
        part('b', 'Degraded', ['a']),
        part('c', 'Degraded', ['b']),
      ],
      {
        health: 'Degraded',
        cause: 'a',
        message: 'a: a is Degraded (affects b and c)',
      },
    ],
    [
      'what feeds a loop, not the loop',
      [
        part('a', 'Degraded', ['b', 'source']),
        part('b', 'Degraded', ['a']),
        part('source', 'Degraded'),
      ],
      {
        health: 'Degraded',
        cause: 'source',
        message: 'source: source is Degraded (affects a and b)',
      },
    ],
  ])('names %s', (_, parts, expected) => {
    expect(verdictOf(parts)).toMatchObject({
      ...expected,
      reason: `${expected.cause}Reason`,
      nextStep: `Look at ${expected.cause}.`,
    });
  });

  it.each(HEALTHS.slice(1).map((better, index) => [HEALTHS[index], better]))(
    '%s is worse than %s',
    (worse, better) => {
      expect(verdictOf([part('b', better), part('w', worse)]).health).toBe(
        worse,
      );
    },
  );

  it('is healthy since the last part became so', () => {
    const [a, b] = [part('a', 'Healthy'), part('b', 'Healthy')];
    a.report.since = '2026-11-23T10:00:00Z';
    b.report.since = '2026-11-23T11:00:00+02:00';
    expect(verdictOf([a, b])).toEqual({
      health: 'Healthy',
      reason: 'AllHealthy',
      message: 'All jobs and topics are healthy',
      since: '2026-11-23T10:00:00Z',
    });
  });

  it('says that all jobs have finished, once all have', () => {
    const done = part('report', 'Healthy', ['clicks'], { engine: 'spark' });
    done.report.reason = 'Completed';
    const topic = part('clicks', 'Healthy');
    const runs = part('detect', 'Healthy', [], { engine: 'flink' });
    expect(verdictOf([topic, done])).toMatchObject({
      health: 'Healthy',
      reason: 'Completed',
    });
    expect(verdictOf([topic, done, runs]).reason).toBe('AllHealthy');
    expect(verdictOf([topic]).reason).toBe('AllHealthy');
  });

  it('does not call a pipeline without parts healthy', () => {
    expect(verdictOf([])).toMatchObject({ health: 'Unknown', reason: 'Empty' });
  });
});

describe('worstVerdict', () => {
  const verdict = (health: Health, more: Partial<Verdict> = {}): Verdict => ({
    health,
    reason: 'R',
    message: `it is ${health}`,
    ...more,
  });
  const of = (verdicts: Record<string, Verdict>) =>
    worstVerdict(
      Object.entries(verdicts).map(([environment, one]) => ({
        environment,
        verdict: one,
      })),
    );

  it('names the environment where there are several', () => {
    const { message } = of({
      dev: verdict('Healthy'),
      prod: verdict('Degraded'),
    });
    expect(message).toBe('prod: it is Degraded');
  });

  it('names those that are as bad, too', () => {
    const { message } = of({
      dev: verdict('Degraded'),
      staging: verdict('Healthy'),
      prod: verdict('Degraded'),
    });
    expect(message).toBe('dev: it is Degraded; prod, too');
  });

  it('takes what is known now before what was known last', () => {
    const worst = of({
      dev: verdict('Degraded', { stale: true }),
      prod: verdict('Degraded'),
    });
    expect(worst.message).toBe('prod: it is Degraded; dev, too');
    expect(worst.stale).toBeUndefined();
  });

  it('keeps that the worst is stale', () => {
    expect(
      of({
        dev: verdict('Missing', { stale: true }),
        prod: verdict('Healthy'),
      }),
    ).toMatchObject({ health: 'Missing', stale: true });
  });

  it('names none where all are healthy, and says since when', () => {
    expect(
      of({
        dev: verdict('Healthy', { since: '2026-01-02T00:00:00Z' }),
        prod: verdict('Healthy', { since: '2026-01-01T00:00:00Z' }),
      }),
    ).toMatchObject({
      message: 'it is Healthy',
      since: '2026-01-02T00:00:00Z',
    });
  });

  it('is stale where all are healthy as far as is seen', () => {
    expect(
      of({
        dev: verdict('Healthy'),
        prod: verdict('Healthy', { stale: true }),
      }),
    ).toMatchObject({ health: 'Healthy', stale: true });
  });

  it('names none where there is one', () => {
    expect(of({ dev: verdict('Degraded') }).message).toBe('it is Degraded');
  });

  it('says what is missing where there is none', () => {
    expect(of({}).nextStep).toContain('headworks.dev/environments');
  });
});
