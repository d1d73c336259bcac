import { RenderedObject } from '../compare/renderedObject';
import { RenderedPipeline } from '../RenderedPipeline';
import { kafkaClusters } from './kafkaCluster';

/** The brokers of a cluster that is rendered, whoever manages it. */
export interface Brokers {
  object: Pick<RenderedObject, 'apiVersion' | 'kind' | 'metadata'>;
  /** Of a setting inside the object. */
  pathOf(key: string): string;
  /** Settings of all of them, by Kafka's names. */
  settings: ReadonlyMap<string, string>;
  /** How many there are; 0 where that is not rendered. */
  amount: number;
  /** Whether something decides who may do what. */
  authorizes: boolean;
  /** For clients; the ones between brokers aside. */
  listeners: BrokerListener[];
}

export interface BrokerListener {
  name: string;
  port: number;
  tls: boolean;
  authenticates: boolean;
}

/** Of Confluent's Kafka. */
interface ConfluentKafkaSpec {
  replicas?: number;
  configOverrides?: { server?: string[] };
  authorization?: { type?: string };
  listeners?: {
    internal?: ConfluentListener;
    external?: ConfluentListener;
    custom?: ConfluentListener[];
  };
}

interface ConfluentListener {
  name?: string;
  port?: number;
  tls?: { enabled?: boolean };
  authentication?: { type?: string };
}

export function brokersOf(pipeline: RenderedPipeline): Brokers[] {
  return [
    ...strimzi(pipeline),
    ...confluent(pipeline),
    ...withoutOperator(pipeline),
  ];
}

function strimzi(pipeline: RenderedPipeline): Brokers[] {
  return kafkaClusters(pipeline).map(({ kafka, brokers }) => ({
    object: kafka,
    pathOf: key => `spec.kafka.config.${key}`,
    settings: new Map(
      Object.entries(kafka.spec.kafka?.config ?? {}).map(([key, value]) => [
        key,
        `${value}`,
      ]),
    ),
    amount: brokers,
    authorizes: Boolean(kafka.spec.kafka?.authorization?.type),
    listeners: (kafka.spec.kafka?.listeners ?? []).map(listener => ({
      name: listener.name ?? '',
      port: listener.port ?? 0,
      tls: listener.tls === true,
      authenticates: Boolean(listener.authentication?.type),
    })),
  }));
}

function confluent(pipeline: RenderedPipeline): Brokers[] {
  return pipeline
    .all<ConfluentKafkaSpec>('platform.confluent.io', 'Kafka')
    .map(kafka => ({
      object: kafka,
      pathOf: () => 'spec.configOverrides.server',
      settings: properties(kafka.spec.configOverrides?.server ?? []),
      amount: kafka.spec.replicas ?? 0,
      authorizes: Boolean(kafka.spec.authorization?.type),
      listeners: (kafka.spec.listeners?.custom ?? []).map(listener => ({
        name: listener.name ?? '',
        port: listener.port ?? 0,
        tls: listener.tls?.enabled === true,
        authenticates: Boolean(listener.authentication?.type),
      })),
    }));
}

/** Our StatefulSets keep the settings of a pool in a ConfigMap, with a file for each node. */
function withoutOperator(pipeline: RenderedPipeline): Brokers[] {
  return pipeline.objects.flatMap(object => {
    const { data } = object;
    const file = data?.['server.properties'];
    if (object.kind !== 'ConfigMap' || !data || file === undefined) return [];
    const settings = properties(file.split('\n'));
    if (!settings.get('process.roles')?.includes('broker')) return [];
    return {
      object,
      pathOf: (key: string) => `data.server.properties.${key}`,
      settings,
      amount: Object.keys(data).filter(name => /^node-\d+\./.test(name)).length,
      authorizes: settings.has('authorizer.class.name'),
      listeners: listenersIn(settings),
    };
  });
}

function listenersIn(settings: ReadonlyMap<string, string>): BrokerListener[] {
  const protocols = new Map(
    (settings.get('listener.security.protocol.map') ?? '')
      .split(',')
      .map(pair => pair.split(':') as [string, string]),
  );
  const internal = [
    settings.get('inter.broker.listener.name'),
    settings.get('controller.listener.names'),
  ];
  return (settings.get('listeners') ?? '').split(',').flatMap(text => {
    const [, name, port] = /^(\w+):\/\/[^:]*:(\d+)$/.exec(text) ?? [];
    if (!name || internal.includes(name)) return [];
    const protocol = protocols.get(name) ?? name;
    const asks = `listener.name.${name.toLowerCase()}.ssl.client.auth`;
    return {
      name: name.toLowerCase(),
      port: Number(port),
      tls: protocol.endsWith('SSL'),
      authenticates:
        protocol.startsWith('SASL') ||
        (settings.get(asks) ?? settings.get('ssl.client.auth')) === 'required',
    };
  });
}

function properties(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines
      .filter(line => line.includes('='))
      .map(line => {
        const at = line.indexOf('=');
        return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
      }),
  );
}
