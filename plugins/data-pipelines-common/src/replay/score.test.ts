import { Span } from './replay';
import { scoreOf } from './score';

function span(from: string, to: string, health: Span['health']): Span {
  return {
    file: 'a.ndjson',
    object: 'orders',
    from: `2026-11-23T08:00:${from}Z`,
    to: `2026-11-23T08:00:${to}Z`,
    health,
    reason: 'Any',
  };
}

describe('scoreOf', () => {
  it('counts seconds, and how long a failure goes without its name', () => {
    const { covered, agreed, failures, wrong } = scoreOf(
      [span('00', '15', 'Progressing'), span('15', '30', 'Degraded')],
      {
        'a.ndjson': {
          orders: [
            ['08:00:00', '08:00:10', 'Healthy|Progressing'],
            ['08:00:10', '2026-11-23T08:00:30Z', 'Degraded'],
          ],
        },
      },
    );
    expect([covered, agreed]).toEqual([30, 25]);
    expect(failures).toMatchObject([{ seconds: 20, named: 15, after: 5 }]);
    expect(wrong).toMatchObject([{ said: 'Progressing', true: 'Degraded' }]);
  });

  it('counts against us what was never said', () => {
    const truth = {
      'b.ndjson': { x: [['08:00:00', '08:00:05', 'Degraded']] },
    } as const;
    expect(scoreOf([], truth)).toMatchObject({
      covered: 5,
      agreed: 0,
      failures: [{ seconds: 5, named: 0 }],
    });
  });
});
