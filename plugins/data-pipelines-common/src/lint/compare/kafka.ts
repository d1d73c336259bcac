import { Finding, info, refused, warning } from './change';
import { isKept } from './renderedObject';
import { ruleFor } from './rule';
import { equal } from './equal';
import { compareVersions, minorsBetween } from './version';

interface Listener {
  name: string;
  port: number;
  type: string;
  tls: boolean;
  authentication?: { type?: string };
}

interface KafkaSpec {
  kafka: { version?: string; metadataVersion?: string; listeners?: Listener[] };
}

/** A Strimzi cluster. */
export const kafka = ruleFor<KafkaSpec>({
  group: 'kafka.strimzi.io',
  kinds: ['Kafka'],
  changed: ({ before, after }) => [
    ...versions(before.spec.kafka, after.spec.kafka),
    ...listeners(before.spec.kafka?.listeners, after.spec.kafka?.listeners),
  ],
  removed: cluster =>
    isKept(cluster)
      ? []
      : [
          warning(
            '',
            `the cluster "${cluster.metadata.name}" is removed with all its topics; only volumes with deleteClaim: false stay`,
            'To keep it, set the annotation helm.sh/resource-policy: keep and apply that first.',
          ),
        ],
});

function versions(
  before: KafkaSpec['kafka'] = {},
  after: KafkaSpec['kafka'] = {},
): Finding[] {
  const format = before.metadataVersion ?? before.version;
  const wanted = after.metadataVersion ?? format;
  if (format && wanted && compareVersions(wanted, format, 2) < 0) {
    return [
      refused(
        'spec.kafka.metadataVersion',
        `${format} cannot become ${wanted}: Kafka does not write an older format again`,
        `Keep ${format}.`,
      ),
    ];
  }
  const [from, to] = [before.version, after.version];
  if (!from || !to || from === to) return [];
  const path = 'spec.kafka.version';
  const step = `${from} becomes ${to}`;
  if (compareVersions(to, from) < 0) {
    return format && compareVersions(to, format, 2) < 0
      ? [
          refused(
            path,
            `${from} cannot become ${to}, which does not read the metadata version ${format}`,
            `Keep at least ${format}.`,
          ),
        ]
      : [
          warning(
            path,
            `${step}: the brokers go back, one after the other`,
            'Read the notes of both versions.',
          ),
        ];
  }
  if (format && wanted && compareVersions(wanted, format, 2) > 0) {
    return [
      warning(
        'spec.kafka.metadataVersion',
        `${step} and the metadata version ${format} becomes ${wanted} at once: there is no way back`,
        'Raise the version first and metadataVersion some days later.',
      ),
    ];
  }
  return minorsBetween(from, to) > 0
    ? [
        warning(
          path,
          `${step} and leaves versions out`,
          'Read the notes of those in between, or take one at a time.',
        ),
      ]
    : [
        info(
          path,
          `${step}: the brokers restart one after the other`,
          'Raise metadataVersion some days later.',
        ),
      ];
}

function listeners(before: Listener[] = [], after: Listener[] = []) {
  return before.flatMap(listener => {
    const now = after.find(({ name }) => name === listener.name);
    const path = `spec.kafka.listeners.${listener.name}`;
    if (!now) {
      return [
        warning(
          path,
          `who uses port ${listener.port} loses the cluster`,
          'Move clients to another listener first.',
        ),
      ];
    }
    return equal(reachedBy(listener), reachedBy(now))
      ? []
      : [
          warning(
            path,
            'who uses it must connect differently from then on',
            'Add a second listener, move clients to it, then change this one.',
          ),
        ];
  });
}

function reachedBy({ port, type, tls, authentication }: Listener) {
  return { port, type, tls, authentication: authentication?.type };
}
