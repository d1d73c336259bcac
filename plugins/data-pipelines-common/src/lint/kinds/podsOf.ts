import { groupOf, RenderedObject } from '../compare/renderedObject';
import { PodSpec } from './pod';
import { POD_FINDERS } from './podFinders';

/** A pod that an object will make, wherever its template is. */
export interface PodOf {
  object: RenderedObject;
  /** Of its spec inside the object. */
  path: string;
  labels: Readonly<Record<string, string>>;
  spec: PodSpec;
  /** Name of the container whose size something outside the template decides. */
  sizedElsewhere?: string;
  /** Where its one container is described, if not in the spec's list. */
  containerPath?: string;
}

/** The pods of an object; none of kinds that make none, or that we do not know. */
export function podsOf(object: RenderedObject): PodOf[] {
  const find = POD_FINDERS[`${object.kind}.${groupOf(object)}`];
  return (find?.(object.spec ?? {}) ?? []).map(
    ({ path, template, main, containerPath }) => ({
      object,
      path,
      labels: template?.metadata?.labels ?? {},
      spec: withContainer(template?.spec ?? {}, main),
      sizedElsewhere: main,
      containerPath,
    }),
  );
}

function withContainer(spec: PodSpec, main?: string): PodSpec {
  const containers = spec.containers ?? [];
  return main === undefined || containers.some(({ name }) => name === main)
    ? spec
    : { ...spec, containers: [...containers, { name: main }] };
}
