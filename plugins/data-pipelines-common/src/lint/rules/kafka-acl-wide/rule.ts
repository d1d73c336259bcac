import { Acl, KafkaUserSpec, STRIMZI } from '../../kinds/kafka';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const HARMLESS = ['Describe', 'DescribeConfigs'];

export const rule: LintRule = {
  id: 'kafka-acl-wide',
  summary: 'A Kafka user may do what it needs and no more.',
  why: 'A job that is taken over can do whatever its user may: with All or * that is reading and deleting the topics of every other team.',
  check: pipeline =>
    pipeline.all<KafkaUserSpec>(STRIMZI, 'KafkaUser').flatMap(user =>
      (user.spec.authorization?.acls ?? []).flatMap((acl, i) => {
        const problem = whatIsWide(acl);
        return problem
          ? violation(user, {
              path: `spec.authorization.acls.${i}`,
              problem,
              remedy:
                'Name the operations, and the topics or groups by name or prefix.',
            })
          : [];
      }),
    ),
};

function whatIsWide({ type, operations = [], resource = {} }: Acl) {
  if (type === 'deny') return undefined;
  if (operations.includes('All')) {
    return `it may do everything with ${resource.type ?? 'what is called'} "${
      resource.name ?? ''
    }"`;
  }
  const everything =
    resource.name === '*' ||
    (resource.patternType === 'prefix' && resource.name === '');
  const more = operations.filter(operation => !HARMLESS.includes(operation));
  return everything && more.length > 0
    ? `it may ${more.join(', ')} every ${resource.type}`
    : undefined;
}
