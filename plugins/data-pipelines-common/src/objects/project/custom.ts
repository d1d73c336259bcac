import { ObjectMetadata } from '../../resources/metadata';
import { RawObject } from '../../resources/rawObject';
import { metadataOf } from './metadata';
import { select, Selection } from './selection';
import { writtenIn } from './written';

/** Makes the small record of one raw object. Pure; never throws. */
export type Projection<T> = (raw: RawObject) => T;

type Spec<T> = T extends { spec?: infer S } ? NonNullable<S> : never;
type Status<T> = T extends { status?: infer S } ? NonNullable<S> : never;

/** What is kept of a kind; `spec` is left out where the type has none. */
type Kept<T> = ([Spec<T>] extends [never]
  ? object
  : { spec: Selection<Spec<T>> }) & { status: Selection<Status<T>> };

/** A kind that somebody writes a spec of, and a controller a status. */
export function custom<T extends { kind: string; metadata: ObjectMetadata }>(
  kind: T['kind'],
  kept: Kept<T>,
): Projection<T> {
  const { spec, status } = kept as {
    spec?: Selection<object>;
    status: Selection<object>;
  };
  return raw =>
    ({
      kind,
      metadata: { ...metadataOf(raw), written: writtenIn(raw) },
      ...(spec && { spec: select(spec, raw.spec ?? {}) }),
      ...(raw.status !== undefined && { status: select(status, raw.status) }),
    } as unknown as T);
}
