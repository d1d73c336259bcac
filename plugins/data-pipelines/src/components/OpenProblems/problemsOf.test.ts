import {
  environmentView,
  flinkJob,
  kafka,
  topic,
} from '../__testUtils__/views';
import { problemsOf } from './problemsOf';

describe('problemsOf', () => {
  it('puts the worst first, and what others stand on before them', () => {
    const view = environmentView('dev', {
      kafka: [kafka('Degraded')],
      topics: [topic('clicks', [], 'Progressing'), topic('geo')],
      jobs: [flinkJob('sum', [], 'Degraded'), flinkJob('fine')],
    });
    expect(
      problemsOf(view).map(({ name, report }) => `${name} ${report.health}`),
    ).toEqual(['analytics Degraded', 'sum Degraded', 'clicks Progressing']);
  });

  it('counts no topic that no operator looks after', () => {
    const unwatched = topic('clicks', [], 'Unknown');
    const view = environmentView('dev', {
      topics: [
        { ...unwatched, report: { ...unwatched.report, reason: 'NotWatched' } },
      ],
    });
    expect(problemsOf(view)).toEqual([]);
  });
});
