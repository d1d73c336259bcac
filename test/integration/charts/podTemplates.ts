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
  const visit = (value: unknown, at: string, claims: Claim[]) => {
    if (typeof value !== 'object' || value === null) return;
    const { metadata = {}, spec } = value as Partial<PodTemplate>;
    if (Array.isArray(spec?.containers)) {
      found.push({ at, metadata, spec: complete(spec, claims) });
      return;
    }
    const { volumeClaimTemplates = claims } = value as {
      volumeClaimTemplates?: Claim[];
    };
    for (const [key, inner] of Object.entries(value)) {
      visit(inner, `${at}.${key}`, volumeClaimTemplates);
    }
  };
  visit(object, object.kind, []);
  return found;
}

interface Claim {
  metadata: { name: string };
}

/** @param claims - a StatefulSet's, which its controller adds as volumes */
function complete(
  spec: PodTemplate['spec'],
  claims: Claim[],
): PodTemplate['spec'] {
  const volumes = claims.map(({ metadata: { name } }) => ({
    name,
    persistentVolumeClaim: { claimName: name },
  }));
  return {
    ...spec,
    volumes: [...((spec.volumes as object[]) ?? []), ...volumes],
    containers: spec.containers?.map(container => ({
      image: 'operator/decides:1',
      ...container,
    })),
  };
}
