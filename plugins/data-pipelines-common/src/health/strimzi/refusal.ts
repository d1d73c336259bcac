import { Condition } from '../../resources/metadata';

/** What Strimzi's refusals are about. */
export type RefusalReason =
  | 'TooFewBrokers'
  | 'UnsupportedVersion'
  | 'NoNodePools'
  | 'NoSuchConnect'
  | 'SecretMissing'
  | 'NoSuchClass'
  | 'PodsNotReady'
  | 'InvalidConfiguration'
  | 'ChangeNotSupported'
  | 'DeclaredTwice'
  | 'NotReady';

interface Refusal {
  reason: RefusalReason;
  /** Absent where it is the kind's own. */
  nextStep?: string;
}

/**
 * Codes of ours, by what stands in Strimzi's reason or message: its reasons are
 * often names of Java exceptions that say nothing (`Throwable`) and change from
 * round to round.
 */
const REFUSALS: ReadonlyArray<Refusal & { when: RegExp }> = [
  {
    when: /InvalidReplicationFactor/,
    reason: 'TooFewBrokers',
    nextStep: 'Ask for as many replicas as there are brokers, or add brokers.',
  },
  {
    when: /UnsupportedKafkaVersion/,
    reason: 'UnsupportedVersion',
    nextStep: 'Choose one of the versions that the operator supports.',
  },
  {
    when: /No KafkaNodePools found/,
    reason: 'NoNodePools',
    nextStep:
      'Create a KafkaNodePool whose label strimzi.io/cluster names this cluster.',
  },
  {
    when: /NoSuchResource/,
    reason: 'NoSuchConnect',
    nextStep:
      'Correct the label strimzi.io/cluster, or create the Connect cluster that it names.',
  },
  {
    when: /Secret \S+ in namespace \S+ not found/,
    reason: 'SecretMissing',
    nextStep: 'Create the Secret that the message names.',
  },
  {
    when: /Failed to find any class/,
    reason: 'NoSuchClass',
    nextStep:
      "Correct the connector's class, or add its plugin to the image of the Connect cluster.",
  },
  {
    when: /StrimziTimeout|FatalProblem/,
    reason: 'PodsNotReady',
    nextStep: 'Look at the pods that are not ready, and at their events.',
  },
  {
    when: /InvalidConfiguration|InvalidResource|IllegalArgument/,
    reason: 'InvalidConfiguration',
  },
  {
    when: /NotSupported/,
    reason: 'ChangeNotSupported',
    nextStep:
      'Undo the change in the values; for what it asks for, a new topic is needed.',
  },
  {
    when: /ResourceConflict/,
    reason: 'DeclaredTwice',
    nextStep:
      'Let one of them declare the topic, and mark it as external in the other.',
  },
];

/** What a refusal is about, and what to do. */
export function refusalOf({ reason, message }: Condition): Refusal {
  const said = `${reason} ${message}`;
  return REFUSALS.find(({ when }) => when.test(said)) ?? { reason: 'NotReady' };
}
