import { brokersOf } from '../../kinds/brokers';
import { renderedTopics } from '../../kinds/renderedTopics';
import { LintRule } from '../../lintRule';
import { topicValue } from '../../valuePath';
import { violation } from '../../violation';

const KEY = 'min.insync.replicas';

export const rule: LintRule = {
  id: 'kafka-topic-min-insync',
  summary: 'A topic asks for fewer in-sync copies than it has.',
  why: 'With min.insync.replicas equal to the number of copies, one broker that restarts stops every writer that asks for acks=all; with more, no write ever succeeds.',
  check: pipeline => {
    const [brokers] = brokersOf(pipeline);
    const ofCluster = Number(brokers?.settings.get(KEY) ?? NaN);
    return renderedTopics(pipeline).flatMap(
      ({ object, name, replicas = 0, config, configPath }) => {
        const own = config[KEY];
        const least = own === undefined ? ofCluster : Number(own);
        // One copy and one in sync is what a cluster of one broker has.
        if (!(least >= replicas) || replicas === 0 || least < 2) return [];
        return violation(object, {
          path: own === undefined ? 'spec.replicas' : `${configPath}.${KEY}`,
          problem: `${least} copies must be in sync and the topic "${name}" has ${replicas}, so ${
            least > replicas
              ? 'no write succeeds'
              : 'one broker that restarts stops every writer'
          }`,
          remedy: `Set ${KEY} of the topic to ${Math.max(
            1,
            replicas - 1,
          )}, or give it ${least + 1} replicas.`,
          ...topicValue(pipeline, name, 'replicas'),
        });
      },
    );
  },
};
