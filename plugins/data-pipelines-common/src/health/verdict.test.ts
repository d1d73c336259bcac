import { Health } from '../model/health';
import { VerdictPart, verdictOf, worstVerdict } from './verdict';

function part(
  name: string,
  health: Health,
  upstream: string[] = [],
): VerdictPart {
  return {
    entityRef: name,
    name,
    upstream,
    report: {
      health,
      reason: `${name}Reason`,
      message: `${name} is ${health}`,
    },
  };
}

describe('verdictOf', () => {
  it('names the failing part that no failing part stands behind', () => {
    const verdict = verdictOf([
      part('alerts', 'Degraded', ['detect']),
      part('detect', 'Degraded', ['clicks']),
      part('clicks', 'Healthy'),
    ]);
    expect(verdict).toMatchObject({
      health: 'Degraded',
      cause: 'detect',
      reason: 'detectReason',
      message: 'detect: detect is Degraded (and 1 more)',
    });
  });

  it('looks for the cause through healthy parts', () => {
    const verdict = verdictOf([
      part('sink', 'Degraded', ['middle']),
      part('middle', 'Healthy', ['source']),
      part('source', 'Degraded'),
    ]);
    expect(verdict.cause).toBe('source');
  });

  it('ends in a loop, too', () => {
    const verdict = verdictOf([
      part('a', 'Degraded', ['b']),
      part('b', 'Degraded', ['a']),
    ]);
    expect(verdict.cause).toBe('a');
  });

  it.each<[Health, Health]>([
    ['Degraded', 'Missing'],
    ['Missing', 'Unknown'],
    ['Unknown', 'Progressing'],
    ['Progressing', 'Suspended'],
    ['Suspended', 'Healthy'],
  ])('%s is worse than %s', (worse, better) => {
    expect(verdictOf([part('b', better), part('w', worse)]).health).toBe(worse);
  });

  it('is healthy since the last part became so', () => {
    const [a, b] = [part('a', 'Healthy'), part('b', 'Healthy')];
    a.report.since = '2026-11-23T10:00:00Z';
    b.report.since = '2026-11-23T09:00:00Z';
    expect(verdictOf([a, b])).toEqual({
      health: 'Healthy',
      reason: 'AllHealthy',
      message: 'All jobs and topics are healthy',
      since: '2026-11-23T10:00:00Z',
    });
  });

  it('does not call a pipeline without parts healthy', () => {
    expect(verdictOf([])).toMatchObject({ health: 'Unknown', reason: 'Empty' });
  });
});

describe('worstVerdict', () => {
  const verdict = (health: Health) => ({
    health,
    reason: 'R',
    message: `it is ${health}`,
  });

  it('names the environment where there are several', () => {
    expect(
      worstVerdict([
        { environment: 'dev', verdict: verdict('Healthy') },
        { environment: 'prod', verdict: verdict('Degraded') },
      ]).message,
    ).toBe('prod: it is Degraded');
  });

  it('does not where there is one', () => {
    expect(
      worstVerdict([{ environment: 'dev', verdict: verdict('Healthy') }])
        .message,
    ).toBe('it is Healthy');
  });

  it('says what is missing where there is none', () => {
    expect(worstVerdict([]).nextStep).toContain('headworks.dev/environments');
  });
});
