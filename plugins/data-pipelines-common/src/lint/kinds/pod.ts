/** What rules read of a container. */
export interface Container {
  name?: string;
  image?: string;
  command?: string[];
  args?: string[];
  env?: EnvVar[];
  ports?: Array<{ name?: string; containerPort?: number; hostPort?: number }>;
  resources?: Resources;
  securityContext?: SecurityContext;
  volumeMounts?: Array<{ name?: string; mountPath?: string }>;
  livenessProbe?: object;
  readinessProbe?: object;
}

export interface EnvVar {
  name?: string;
  value?: string;
  valueFrom?: object;
}

export interface Resources {
  requests?: Amounts;
  limits?: Amounts;
}

export interface Amounts {
  cpu?: string | number;
  memory?: string | number;
  'ephemeral-storage'?: string | number;
}

/** Of a pod and of a container; the container's wins. */
export interface SecurityContext {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  privileged?: boolean;
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  capabilities?: { drop?: string[]; add?: string[] };
  seccompProfile?: { type?: string };
}

export interface Volume {
  name?: string;
  hostPath?: { path?: string };
  emptyDir?: { sizeLimit?: string; medium?: string };
  secret?: { secretName?: string };
  configMap?: { name?: string };
  persistentVolumeClaim?: { claimName?: string };
}

/** What rules read of a pod. */
export interface PodSpec {
  containers?: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  securityContext?: SecurityContext;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  serviceAccountName?: string;
  automountServiceAccountToken?: boolean;
  imagePullSecrets?: Array<{ name?: string }>;
  priorityClassName?: string;
  terminationGracePeriodSeconds?: number;
  activeDeadlineSeconds?: number;
  nodeSelector?: Readonly<Record<string, string>>;
  tolerations?: Array<{ key?: string; value?: string }>;
  topologySpreadConstraints?: Array<{ topologyKey?: string }>;
  affinity?: { podAntiAffinity?: object };
}

/** A pod inside another object. */
export interface PodTemplate {
  metadata?: {
    labels?: Readonly<Record<string, string>>;
    annotations?: Readonly<Record<string, string>>;
  };
  spec?: PodSpec;
}
