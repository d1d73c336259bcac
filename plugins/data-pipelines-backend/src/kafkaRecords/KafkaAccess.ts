/** A Kafka that the portal may ask, and how. */
export interface KafkaAccess {
  /** Of its object in Kubernetes; of one outside, what it is called. */
  name: string;
  /** As in the `kubernetes` section; absent: pipelines of any may use it. */
  cluster?: string;
  /** Of its object; absent: it is known by the servers that values name. */
  namespace?: string;
  /** Where the portal reaches it: host:port. */
  servers: string[];
  /** How values name it. */
  knownAs: string[];
  tls?: { ca?: string };
  sasl?: KafkaSasl;
}

/** As whom the portal asks. */
export interface KafkaSasl {
  mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  username: string;
  password: string;
}

/** Tells one from all others. */
export function idOf({ cluster, namespace, name }: KafkaAccess): string {
  return [cluster ?? '', namespace ?? '', name].join('/');
}
