import { HumanDuration } from '@backstage/types';

export interface Config {
  dataPipelines?: {
    /** What the backend shares with the wizard's actions: to preview and to compare. */
    scaffolder?: {
      /**
       * Folder of our charts, relative to the backend's working directory;
       * those that come with the plugin by default.
       */
      chartsDirectory?: string;
      /** Path of Helm 4 or 3; `helm` on the PATH by default. */
      helm?: string;
      /**
       * Playground only: the one folder on the backend's disk below which a
       * pipeline's repository is read.
       */
      localRepositories?: string;
      /** Helm processes at once for previews; 2 by default. */
      previewsAtOnce?: number;
    };
    /** What is remembered of what happened; see the README. */
    history?: {
      /** How long; 90 days by default. Events have an age of their own. */
      retention?: HumanDuration | string;
      /** How long Kubernetes' events; 14 days by default. */
      eventsRetention?: HumanDuration | string;
      /** Kinds of events kept of one object, the latest; 200 by default. */
      eventsPerObject?: number;
      /** Entries kept of one object and each other kind; 1000 by default. */
      entriesPerObject?: number;
      /**
       * How much may wait in memory while the database is away; 50000 by
       * default. Beyond that events are dropped first, then the oldest.
       */
      bufferedFacts?: number;
    };
    /** How Flink itself is asked for checkpoints and restarts; see the README. */
    flink?: {
      /**
       * How often each job that runs is asked for; 30 seconds by default, and
       * less often where a cluster has more than five of them a second. 0:
       * never, and nothing is known of checkpoints.
       */
      askEvery?: HumanDuration | string | 0;
    };
    /**
     * Kafkas whose brokers are asked what they still have of the topics that a
     * Flink job reads, when somebody looks at its snapshots. None by default.
     */
    kafka?: {
      clusters?: Array<{
        /**
         * Name of the Kafka's object in Kubernetes; of one that is outside, what
         * it is to be called on the page.
         */
        name: string;
        /**
         * Name of the Kubernetes cluster, as in the `kubernetes` section. Without
         * it, a Kafka that is outside is that of pipelines in any cluster.
         */
        cluster?: string;
        /**
         * Namespace of the Kafka's object. Without it, the Kafka is known by the
         * servers that a job is told (`global.kafka.bootstrapServers` in the
         * values).
         */
        namespace?: string;
        /** Where the portal reaches it: host:port, with a comma between several. */
        bootstrapServers: string;
        /**
         * The servers that values name, where these are others than the portal's;
         * only without `namespace`.
         */
        knownAs?: string;
        /** Connects by TLS; `{}` where the system's CAs do. */
        tls?: {
          /** The CA of its brokers: PEM, base64. */
          ca?: string;
        };
        /** As whom the portal asks; the user needs Describe on the topics, and no more. */
        sasl?: {
          mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
          username: string;
          /**
           * @visibility secret
           */
          password: string;
        };
      }>;
    };
    /** What the portal should know of clusters beyond the `kubernetes` section. */
    clusters?: Array<{
      /** Name of the cluster in the `kubernetes` section. */
      name: string;
      /** Shown as a banner: says what is not real there. */
      simulated?: string;
      /**
       * The namespaces that the portal may read, where its credential has
       * Roles instead of a ClusterRole: those of pipelines and of their Kafka
       * clusters. All of them by default.
       */
      namespaces?: string[];
      /**
       * A second credential, for actions. Without it the portal only reads.
       * What it needs is in manifests/write.yaml, for deleting savepoints in
       * manifests/delete-snapshots.yaml, and for asking Flink itself, where
       * no operator does it, in manifests/ask-flink.yaml.
       */
      write?: {
        /** Address of the API server. */
        url: string;
        /** The API server's CA: PEM, base64. The system's CAs by default. */
        caData?: string;
        /**
         * Token of a ServiceAccount.
         * @visibility secret
         */
        token: string;
      };
    }>;
  };
}
