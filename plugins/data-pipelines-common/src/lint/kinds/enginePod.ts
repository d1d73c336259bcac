import { isBelow } from './folders';
import { PodTemplate } from './pod';

/** A variable's text in the first container that has it; a Secret's is not known. */
export function envOf(pods: readonly PodTemplate[], name: string) {
  return pods
    .flatMap(pod => pod.spec?.containers ?? [])
    .flatMap(container => container.env ?? [])
    .find(variable => variable.name === name)?.value;
}

/** Whether a folder is on a claim, which pods can share. */
export function isOnClaim(pods: readonly PodTemplate[], folder: string) {
  return pods.some(({ spec }) => {
    const claims = (spec?.volumes ?? [])
      .filter(volume => volume.persistentVolumeClaim !== undefined)
      .map(({ name }) => name);
    return (spec?.containers ?? [])
      .flatMap(container => container.volumeMounts ?? [])
      .some(
        ({ name, mountPath = '' }) =>
          claims.includes(name) && isBelow(folder, mountPath),
      );
  });
}
