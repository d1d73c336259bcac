import { RetentionConfig } from '../resources/kafkaTopic';

/**
 * How long a topic keeps records, in milliseconds; -1: for ever. Undefined
 * where its object does not say: then the brokers decide.
 *
 * @public
 */
export function retentionOf(
  config: RetentionConfig | undefined,
): number | undefined {
  const text = String(config?.['retention.ms'] ?? '').trim();
  return /^(-1|\d{1,15})$/.test(text) ? Number(text) : undefined;
}
