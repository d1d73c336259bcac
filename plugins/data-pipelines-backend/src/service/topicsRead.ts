import { parseEntityRef } from '@backstage/catalog-model';
import {
  EnvironmentView,
  JobView,
  ReadTopic,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { BrokerWords } from './JobBrokers';

/**
 * The topics that a job reads; of those that are not known, the name.
 *
 * @param brokers - what these said, where they were asked
 */
export function topicsRead(
  { upstream }: JobView,
  environment: EnvironmentView | undefined,
  brokers?: Pick<BrokerWords, 'topics'>,
): ReadTopic[] {
  return upstream.map(ref => {
    const topic = environment?.topics.find(one => one.entityRef === ref);
    return {
      name: topic?.name ?? parseEntityRef(ref).name,
      retention: topic?.retention,
      brokers: brokers?.topics.get(ref),
    };
  });
}
