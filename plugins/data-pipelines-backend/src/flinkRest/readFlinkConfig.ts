import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const KEY = 'dataPipelines.flink.askEvery';
const USUALLY = 30_000;
const LEAST = 1_000;

/**
 * Reads `dataPipelines.flink.askEvery`.
 *
 * @returns milliseconds; 0: Flink is not asked
 * @throws Error that names the key and what is allowed
 */
export function readFlinkConfig(config: Config): { askEvery: number } {
  if (!config.has(KEY)) return { askEvery: USUALLY };
  if (config.getOptional(KEY) === 0) return { askEvery: 0 };
  const askEvery = durationToMilliseconds(
    readDurationFromConfig(config, { key: KEY }),
  );
  if (askEvery === 0 || askEvery >= LEAST) return { askEvery };
  throw new Error(
    `${KEY} must be a second or longer, such as { seconds: 30 }, or 0 to ask nothing`,
  );
}
