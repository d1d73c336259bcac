/**
 * A Kubernetes object as a chart renders it. What is below `spec` is its
 * kind's own: rules read what they know of it.
 *
 * @public
 */
export interface RenderedObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Readonly<Record<string, string>>;
    annotations?: Readonly<Record<string, string>>;
  };
  spec?: object;
  /** Of a Role. */
  rules?: ReadonlyArray<{
    readonly verbs?: readonly string[];
    readonly resources?: readonly string[];
  }>;
  /** Of a ConfigMap. */
  data?: Readonly<Record<string, string>>;
}

/** The API group; empty for the core one. */
export function groupOf({ apiVersion }: RenderedObject): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

/**
 * The same for the same object in two renderings, whatever its API version.
 *
 * @public
 */
export function identityOf(object: RenderedObject): string {
  const { namespace = '', name } = object.metadata;
  return [groupOf(object), object.kind, namespace, name].join('/');
}

/** Helm leaves such an object in the cluster when its chart no longer has it. */
export function isKept({ metadata }: RenderedObject): boolean {
  return metadata.annotations?.['helm.sh/resource-policy'] === 'keep';
}
