import { REPORT } from './__testUtils__/report';
import { githubReport } from './github';

describe('githubReport', () => {
  it('makes an annotation of each open finding, whatever its text holds', () => {
    expect(githubReport(REPORT, 'a,b/').split('\n')).toEqual([
      '::error file=a%2Cb/values-prod.yaml,line=7,title=render (prod)::nobody declares "a, b": 100%25%0Asecond line; declare it',
      '::warning file=a%2Cb/values.yaml,line=3,title=kafka-topic-replicas (prod)::one copy; set 3',
      '',
    ]);
  });
});
