import { ALL_PROFILES } from './profiles/all';
import { FLINK_PROFILES } from './profiles/flink';
import { KAFKA_PROFILES } from './profiles/kafka';
import { ProfileTable } from './profiles/profile';
import { SPARK_PROFILES } from './profiles/spark';

export type { LintProfile } from './profiles/profile';

/**
 * What each profile makes of each rule. A rule without a line here, and a line
 * without a rule, fail the family's test.
 */
export const PROFILES: ProfileTable = {
  ...ALL_PROFILES,
  ...KAFKA_PROFILES,
  ...FLINK_PROFILES,
  ...SPARK_PROFILES,
};
