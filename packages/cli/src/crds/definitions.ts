import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { Definition } from './schema';

/** Definitions from one place. */
export interface DefinitionSource {
  /** For people: what it is, and what its bytes are. */
  label: string;
  definitions: Definition[];
  /** Whether what is not in it is nowhere: true of a cluster. */
  complete: boolean;
}

/** Groups with a dot that are Kubernetes' own; operators have taken names below k8s.io, too. */
const OWN = [
  'admissionregistration',
  'apiextensions',
  'apiregistration',
  'authentication',
  'authorization',
  'certificates',
  'coordination',
  'discovery',
  'events',
  'flowcontrol.apiserver',
  'networking',
  'node',
  'rbac.authorization',
  'resource',
  'scheduling',
  'storage',
].map(name => `${name}.k8s.io`);

/** Whether a group is Kubernetes' own: no operator defines it. */
export function isBuiltIn(group: string): boolean {
  return !group.includes('.') || OWN.includes(group);
}

export function groupOf({ apiVersion }: RenderedObject): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}
