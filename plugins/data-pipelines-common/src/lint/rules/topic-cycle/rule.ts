import { LintRule } from '../../lintRule';
import { cyclesOf } from '../../../dataflow/cyclesOf';
import { dataflowOf } from '../../../dataflow/dataflowOf';

export const rule: LintRule = {
  id: 'topic-cycle',
  summary: 'Data does not come back to where it came from.',
  why: 'A loop is allowed, for retries for example. One that nobody meant grows without end: every record makes another one.',
  check: pipeline =>
    cyclesOf(dataflowOf(pipeline.values)).map(cycle => ({
      path: '',
      problem: `data goes round: ${[...cycle, cycle[0]]
        .map(id => id.slice(id.indexOf('/') + 1))
        .join(' → ')}`,
      remedy: 'Make sure that records leave the loop.',
      value: 'values.kafka.topics',
    })),
};
