import { X509Certificate } from 'node:crypto';
import { Config } from '@backstage/config';
import { idOf, KafkaAccess, KafkaSasl } from './KafkaAccess';
import { isServer, serversIn } from './servers';

const KEY = 'dataPipelines.kafka.clusters';
const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/**
 * Reads `dataPipelines.kafka.clusters`: empty where no Kafka is to be asked.
 *
 * @throws Error that names the key and what is allowed, and no secret
 */
export function readKafkaConfig(config: Config): KafkaAccess[] {
  const kafkas = (config.getOptionalConfigArray(KEY) ?? []).map(
    (kafka, index) => accessOf(kafka, `${KEY}[${index}]`),
  );
  const ids = kafkas.map(idOf);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) < index);
  if (twice >= 0) {
    throw new Error(
      `${KEY}[${twice}]: Kafka ${kafkas[twice].name} is there already; name each once, or tell them apart by cluster and namespace`,
    );
  }
  return kafkas;
}

function accessOf(kafka: Config, key: string): KafkaAccess {
  const name = kafka.getString('name');
  const cluster = kafka.getOptionalString('cluster');
  const namespace = kafka.getOptionalString('namespace');
  if (namespace && !cluster) {
    throw new Error(
      `${key}.namespace: it is not said in which cluster; add cluster, a name of the kubernetes section, or leave namespace out where Kafka ${name} is outside Kubernetes`,
    );
  }
  const servers = serversAt(kafka, key, 'bootstrapServers') ?? [];
  const knownAs = serversAt(kafka, key, 'knownAs');
  if (namespace && knownAs) {
    throw new Error(
      `${key}.knownAs: Kafka ${name} is known by its object already; leave out either namespace or knownAs`,
    );
  }
  const tls = kafka.getOptionalConfig('tls');
  const sasl = kafka.getOptionalConfig('sasl');
  return {
    name,
    cluster,
    namespace,
    servers,
    knownAs: knownAs ?? servers,
    ...(tls && { tls: { ca: caAt(tls, `${key}.tls.ca`) } }),
    ...(sasl && { sasl: saslAt(sasl, `${key}.sasl`) }),
  };
}

function serversAt(
  kafka: Config,
  key: string,
  field: 'bootstrapServers' | 'knownAs',
): string[] | undefined {
  const list =
    field === 'knownAs'
      ? kafka.getOptionalString(field)
      : kafka.getString(field);
  if (list === undefined) return undefined;
  const servers = serversIn(list);
  const wrong = servers.find(server => !isServer(server));
  if (wrong !== undefined || servers.length === 0) {
    throw new Error(
      `${key}.${field}: ${
        wrong === undefined ? 'it names no server' : `"${wrong}" is no server`
      }; write host:port, and a comma between several, such as broker-1.example:9093,broker-2.example:9093`,
    );
  }
  return servers;
}

function caAt(tls: Config, key: string): string | undefined {
  const text = tls.getOptionalString('ca');
  if (text === undefined) return undefined;
  const pem = Buffer.from(text, 'base64').toString('utf8');
  try {
    return new X509Certificate(pem) && pem;
  } catch {
    throw new Error(
      `${key}: it is no certificate; write the CA as PEM in base64 (base64 -w0 ca.crt), or leave it out where the system's CAs do`,
    );
  }
}

function saslAt(sasl: Config, key: string): KafkaSasl {
  const asked = sasl.getString('mechanism');
  const mechanism = MECHANISMS.find(one => one === asked.toLowerCase());
  if (!mechanism) {
    throw new Error(
      `${key}.mechanism: "${asked}" is none that the portal knows; use one of ${MECHANISMS.join(
        ', ',
      )}`,
    );
  }
  return {
    mechanism,
    username: sasl.getString('username'),
    password: sasl.getString('password'),
  };
}
