import { Condition } from '../../resources/metadata';
import { plainMessage } from '../witness';

const TIMEOUT =
  /^Exceeded timeout of (\d+)000ms while waiting for (\w+?)s resource (\S+) in namespace \S+ to be ready$/;

/** Codes of ours, by what stands in Strimzi's reason or message. */
const REASONS: ReadonlyArray<readonly [RegExp, string]> = [
  [/InvalidReplicationFactor/, 'TooFewBrokers'],
  [/UnsupportedKafkaVersion/, 'UnsupportedVersion'],
  [/No KafkaNodePools found/, 'NoNodePools'],
  [/NoSuchResource/, 'NoSuchConnect'],
  [/Secret \S+ in namespace \S+ not found/, 'SecretMissing'],
  [/Failed to find any class/, 'NoSuchClass'],
  [/StrimziTimeout|FatalProblem/, 'PodsNotReady'],
  [
    /InvalidConfiguration|InvalidResource|IllegalArgument/,
    'InvalidConfiguration',
  ],
  [/NotSupported/, 'ChangeNotSupported'],
  [/ResourceConflict/, 'DeclaredTwice'],
];

/**
 * What the operator says is wrong, for people: its messages begin with nested
 * Java class names, may be missing, and may list everything that there is.
 */
export function operatorSays(condition: Condition | undefined): string {
  const said = plainMessage(condition?.message)
    .replace(TIMEOUT, 'the operator waited $1 seconds for $2 $3')
    .replace(/, available connectors are:.*$/, '')
    .replace(/Ref\{namespace='([^']*)', name='([^']*)'\}/, 'KafkaTopic $1/$2');
  return said || 'no reason given';
}

/**
 * A reason that is a code of ours. Strimzi's own are often names of Java
 * exceptions that say nothing (`Throwable`) and change from round to round.
 */
export function reasonOf(
  condition: Condition | undefined,
  otherwise: string,
): string {
  const reason = condition?.reason ?? '';
  const said = `${reason} ${condition?.message ?? ''}`;
  const known = REASONS.find(([pattern]) => pattern.test(said));
  if (known) return known[1];
  return /^[A-Z][A-Za-z]+$/.test(reason) &&
    !/(Exception|Throwable|Error)$/.test(reason)
    ? reason
    : otherwise;
}
