import {
  ObjectIdentity,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** Which object it is; without a namespace where it is in its release's. */
export function referenceTo({
  apiVersion,
  kind,
  metadata: { namespace, name },
}: RenderedObject): ObjectIdentity {
  return { apiVersion, kind, ...(namespace && { namespace }), name };
}
