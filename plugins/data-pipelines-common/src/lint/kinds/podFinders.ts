import { mergedTemplate } from './mergedTemplate';
import {
  Container,
  PodSpec,
  PodTemplate,
  Resources,
  SecurityContext,
} from './pod';

/** Where a kind keeps the template of a pod. */
export interface Found {
  path: string;
  template?: PodTemplate;
  /** The container that an operator adds where the template has none of that name. */
  main?: string;
  /** Where the one container is described, if not in the pod's list. */
  containerPath?: string;
}

interface Workload {
  template?: PodTemplate;
  jobTemplate?: { spec?: { template?: PodTemplate } };
}

interface FlinkPods {
  podTemplate?: PodTemplate;
  jobManager?: { podTemplate?: PodTemplate };
  taskManager?: { podTemplate?: PodTemplate };
}

interface KubeflowPods {
  driver?: { template?: PodTemplate };
  executor?: { template?: PodTemplate };
  server?: { template?: PodTemplate };
}

interface ApachePods {
  driverSpec?: { podTemplateSpec?: PodTemplate };
  executorSpec?: { podTemplateSpec?: PodTemplate };
}

type StrimziContainer = Pick<Container, 'securityContext' | 'env'>;

interface StrimziTemplate {
  pod?: PodSpec;
  kafkaContainer?: StrimziContainer;
  connectContainer?: StrimziContainer;
}

interface StrimziPods {
  resources?: Resources;
  template?: StrimziTemplate;
}

interface ConfluentPods {
  podTemplate?: {
    podSecurityContext?: SecurityContext;
    securityContext?: SecurityContext;
    resources?: Resources;
  } & Omit<PodSpec, 'securityContext'>;
}

const workload = ({ template }: Workload): Found[] => [
  { path: 'spec.template.spec', template },
];

/** One pod where both roles are alike. */
const flink = (spec: FlinkPods): Found[] => {
  const pods = (['jobManager', 'taskManager'] as const).map(role => {
    const own = spec[role]?.podTemplate;
    return {
      path: own ? `spec.${role}.podTemplate.spec` : 'spec.podTemplate.spec',
      template: mergedTemplate(spec.podTemplate, own),
      main: 'flink-main-container',
    };
  });
  return pods[0].path === pods[1].path ? [pods[0]] : pods;
};

const kubeflow =
  (at: string) =>
  ({ driver, executor }: KubeflowPods): Found[] =>
    [
      {
        path: `${at}.driver.template.spec`,
        template: driver?.template,
        main: 'spark-kubernetes-driver',
      },
      {
        path: `${at}.executor.template.spec`,
        template: executor?.template,
        main: 'spark-kubernetes-executor',
      },
    ];

const strimzi =
  (container: 'kafkaContainer' | 'connectContainer') =>
  ({ template, resources }: StrimziPods): Found[] =>
    [
      {
        path: 'spec.template.pod',
        containerPath: `spec.template.${container}`,
        template: {
          spec: {
            ...template?.pod,
            containers: [
              { ...template?.[container], name: container, resources },
            ],
          },
        },
      },
    ];

const confluent = ({ podTemplate = {} }: ConfluentPods): Found[] => {
  const { podSecurityContext, securityContext, resources, ...pod } =
    podTemplate;
  return [
    {
      path: 'spec.podTemplate',
      containerPath: 'spec.podTemplate',
      template: {
        spec: {
          ...pod,
          securityContext: podSecurityContext,
          containers: [{ name: 'kafka', securityContext, resources }],
        },
      },
    },
  ];
};

/** By `Kind.group`. */
export const POD_FINDERS: Readonly<Record<string, (spec: object) => Found[]>> =
  {
    'Pod.': (spec: PodSpec) => [{ path: 'spec', template: { spec } }],
    'Job.batch': workload,
    'Deployment.apps': workload,
    'StatefulSet.apps': workload,
    'DaemonSet.apps': workload,
    'CronJob.batch': ({ jobTemplate }: Workload) => [
      {
        path: 'spec.jobTemplate.spec.template.spec',
        template: jobTemplate?.spec?.template,
      },
    ],
    'FlinkDeployment.flink.apache.org': flink,
    'SparkApplication.sparkoperator.k8s.io': kubeflow('spec'),
    'ScheduledSparkApplication.sparkoperator.k8s.io': ({
      template = {},
    }: {
      template?: KubeflowPods;
    }) => kubeflow('spec.template')(template),
    'SparkConnect.sparkoperator.k8s.io': ({
      server,
      executor,
    }: KubeflowPods) => [
      {
        path: 'spec.server.template.spec',
        template: server?.template,
        main: 'spark-kubernetes-driver',
      },
      {
        path: 'spec.executor.template.spec',
        template: executor?.template,
        main: 'spark-kubernetes-executor',
      },
    ],
    'SparkApplication.spark.apache.org': ({
      driverSpec,
      executorSpec,
    }: ApachePods) => [
      {
        path: 'spec.driverSpec.podTemplateSpec.spec',
        template: driverSpec?.podTemplateSpec,
        main: 'spark-kubernetes-driver',
      },
      {
        path: 'spec.executorSpec.podTemplateSpec.spec',
        template: executorSpec?.podTemplateSpec,
        main: 'spark-kubernetes-executor',
      },
    ],
    'KafkaNodePool.kafka.strimzi.io': strimzi('kafkaContainer'),
    'KafkaConnect.kafka.strimzi.io': strimzi('connectContainer'),
    'Kafka.platform.confluent.io': confluent,
    'KRaftController.platform.confluent.io': confluent,
  };
