import { warning } from './change';
import { ruleFor } from './rule';

interface ConnectSpec {
  groupId: string;
  configStorageTopic: string;
  offsetStorageTopic: string;
  statusStorageTopic: string;
}

const KEPT_IN = [
  ['groupId', 'its workers form another group beside the old one'],
  ['configStorageTopic', 'its connectors are forgotten'],
  ['offsetStorageTopic', 'its source connectors start from the beginning'],
  ['statusStorageTopic', 'what its connectors last did is forgotten'],
] as const;

/** A Connect cluster keeps what it knows in topics. */
export const kafkaConnect = ruleFor<ConnectSpec>({
  group: 'kafka.strimzi.io',
  kinds: ['KafkaConnect'],
  changed: ({ before, after }) =>
    KEPT_IN.filter(([key]) => before.spec[key] !== after.spec[key]).map(
      ([key, loss]) =>
        warning(
          `spec.${key}`,
          `"${before.spec[key]}" becomes "${after.spec[key]}": ${loss}`,
          `Keep "${before.spec[key]}".`,
        ),
    ),
});
