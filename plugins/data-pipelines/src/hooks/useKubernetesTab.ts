import { createApiRef, useApiHolder } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';

/** plugin-kubernetes's own; by its id, so that portals without it need not install it. */
const kubernetesApiRef = createApiRef<object>({
  id: 'plugin.kubernetes.service',
});
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const ID = 'backstage.io/kubernetes-id';

/**
 * Where pods and their logs are, seen from another tab of the same entity;
 * undefined where plugin-kubernetes is not installed or shows nothing of it.
 */
export function useKubernetesTab(): string | undefined {
  const { entity } = useEntity();
  const installed = useApiHolder().get(kubernetesApiRef) !== undefined;
  const annotations = entity.metadata.annotations ?? {};
  return installed && (annotations[SELECTOR] || annotations[ID])
    ? '../kubernetes'
    : undefined;
}
