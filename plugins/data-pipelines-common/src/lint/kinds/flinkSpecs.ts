import { FlinkSpec } from '../compare/flinkSpec';
import { PodTemplate } from './pod';

/** JobManager or TaskManagers of a FlinkDeployment. */
export interface FlinkRoleSpec {
  replicas?: number;
  resource?: { cpu?: number; memory?: string; ephemeralStorage?: string };
  podTemplate?: PodTemplate;
}

/** Of a FlinkDeployment; without `job` it is a session. */
export interface FlinkDeploymentSpec extends FlinkSpec {
  image?: string;
  serviceAccount?: string;
  podTemplate?: PodTemplate;
  jobManager?: FlinkRoleSpec;
  taskManager?: FlinkRoleSpec;
  ingress?: {
    template?: string;
    annotations?: Readonly<Record<string, string>>;
    tls?: object[];
  };
}

/** Of a StatefulSet, as far as Flink without an operator has it. */
export interface FlinkStatefulSetSpec {
  replicas?: number;
  template?: PodTemplate;
}

/** Of a HorizontalPodAutoscaler. */
export interface AutoscalerSpec {
  scaleTargetRef?: { kind?: string; name?: string };
  maxReplicas?: number;
}
