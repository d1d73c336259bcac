import { KubernetesObject } from '../../cluster/client';

/** A pod that an object asks for, complete enough for the API server to judge. */
export interface PodTemplate {
  /** Where in the object. */
  at: string;
  metadata: { labels?: Record<string, string> };
  spec: { containers?: Array<Record<string, unknown>> } & Record<
    string,
    unknown
  >;
}

/**
 * Every pod template anywhere in an object: a map with `spec.containers`.
 * A container without an image is one that an operator completes.
 */
export function podTemplatesOf(object: KubernetesObject): PodTemplate[] {
  const found: PodTemplate[] = [];
  const visit = (value: unknown, at: string) => {
    if (typeof value !== 'object' || value === null) return;
    const { metadata = {}, spec } = value as Partial<PodTemplate>;
    if (Array.isArray(spec?.containers)) {
      found.push({ at, metadata, spec: complete(spec) });
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      visit(inner, `${at}.${key}`);
    }
  };
  visit(object, object.kind);
  return found;
}

function complete(spec: PodTemplate['spec']): PodTemplate['spec'] {
  return {
    ...spec,
    containers: spec.containers?.map(container => ({
      image: 'operator/decides:1',
      ...container,
    })),
  };
}
