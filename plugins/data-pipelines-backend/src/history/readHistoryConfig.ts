import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { HistoryLimits } from './HistoryStore';

const KEY = 'dataPipelines.history';

/**
 * Reads `dataPipelines.history`.
 *
 * @throws Error that names the key and what is allowed
 */
export function readHistoryConfig(config: Config): {
  limits: HistoryLimits;
  bufferedFacts: number;
} {
  const count = (name: string, usually: number) => {
    const key = `${KEY}.${name}`;
    const value = config.getOptionalNumber(key) ?? usually;
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`${key} must be a whole number above 0; it is ${value}`);
  };
  const age = (name: string, usually: HumanDuration) => {
    const key = `${KEY}.${name}`;
    const duration = config.has(key)
      ? readDurationFromConfig(config, { key })
      : usually;
    const milliseconds = durationToMilliseconds(duration);
    if (milliseconds > 0) return milliseconds;
    throw new Error(`${key} must be longer than nothing, such as { days: 30 }`);
  };
  return {
    limits: {
      retention: age('retention', { days: 90 }),
      eventsRetention: age('eventsRetention', { days: 14 }),
      eventsPerObject: count('eventsPerObject', 200),
      entriesPerObject: count('entriesPerObject', 1000),
    },
    bufferedFacts: count('bufferedFacts', 50_000),
  };
}
