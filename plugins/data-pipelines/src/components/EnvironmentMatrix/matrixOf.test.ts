import {
  environmentView,
  flinkJob,
  kafka,
  topic,
} from '../__testUtils__/views';
import { isFine, matrixOf, worstFirst } from './matrixOf';

const dev = environmentView('dev', {
  topics: [topic('clicks')],
  jobs: [flinkJob('sum', ['clicks']), flinkJob('try-out')],
});
const prod = environmentView('prod', {
  kafka: [kafka('Progressing')],
  topics: [topic('clicks')],
  jobs: [flinkJob('sum', ['clicks'], 'Degraded')],
});

describe('matrixOf', () => {
  it('has a row a part and a column an environment', () => {
    expect(
      matrixOf([dev, prod]).map(({ name, healths }) => [name, ...healths]),
    ).toEqual([
      ['analytics', 'Healthy', 'Progressing'],
      ['clicks', 'Healthy', 'Healthy'],
      ['sum', 'Healthy', 'Degraded'],
      ['try-out', 'Healthy', undefined],
    ]);
  });

  it('puts the worst first and knows what is fine', () => {
    const rows = worstFirst(matrixOf([dev, prod]));
    expect(rows.map(({ name }) => name)).toEqual([
      'sum',
      'analytics',
      'clicks',
      'try-out',
    ]);
    expect(rows.filter(isFine).map(({ name }) => name)).toEqual([
      'clicks',
      'try-out',
    ]);
  });
});
