export interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr?: string };
}

export interface PolicyRule {
  to?: Peer[];
  from?: Peer[];
  ports?: Array<{
    port?: string | number;
    endPort?: number;
    protocol?: string;
  }>;
}

/** Empty selects everything. */
export interface Selector {
  matchLabels?: Readonly<Record<string, string>>;
  matchExpressions?: object[];
}

/** Of a NetworkPolicy. */
export interface NetworkPolicySpec {
  podSelector?: Selector;
  policyTypes?: string[];
  ingress?: PolicyRule[];
  egress?: PolicyRule[];
}
