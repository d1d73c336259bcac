import { coloursOf } from '../terminal';
import { REPORT } from './__testUtils__/report';
import { humanReport } from './human';

describe('humanReport', () => {
  it('says where, what and the remedy', () => {
    expect(humanReport(REPORT, coloursOf(false))).toBe(`web dev 12 objects ok

web prod 0 objects
  error  render  flink.jobs.sum.reads  values-prod.yaml:7
    nobody declares "a, b": 100%
    second line
    → declare it
  warning  kafka-topic-replicas  KafkaTopic/clicks  values.yaml:3
    one copy
    → set 3
  info  flink-tag  values.yaml:1
    a tag may move
    accepted: the registry forbids it

1 error, 1 warning, 0 to know, 1 accepted, in 2 environments
`);
  });

  it('is coloured where it may be', () => {
    expect(humanReport(REPORT, coloursOf(true))).toContain(
      '\u001b[31merror\u001b[0m',
    );
  });
});
