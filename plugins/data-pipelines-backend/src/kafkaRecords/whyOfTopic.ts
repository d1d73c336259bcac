import { errorsIn } from './errorsIn';
import { NoLeader } from './NoLeader';

const NO_TOPIC = "it has no such topic, or the portal's user may not see it";
const FORBIDDEN =
  "the portal's user may not describe it; allow it Describe on the topic";

/** Why nothing is known of one topic; undefined where it is not about the topic. */
export function whyOfTopic(error: unknown): string | undefined {
  for (const { apiId = '', code, message } of errorsIn(error)) {
    if (apiId === 'TOPIC_AUTHORIZATION_FAILED') return FORBIDDEN;
    if (apiId === 'UNKNOWN_TOPIC_OR_PARTITION') return NO_TOPIC;
    if (code === 'PLT_KFK_USER' && message.startsWith('Unknown topic')) {
      return NO_TOPIC;
    }
    if (/LEADER|OFFSET_NOT_AVAILABLE|KAFKA_STORAGE_ERROR/.test(apiId)) {
      return 'one of its partitions has no leader right now';
    }
  }
  return error instanceof NoLeader ? error.message : undefined;
}
