import { ObjectMetadata } from '../../resources/metadata';
import { RawObject } from '../../resources/rawObject';
import { metadataOf } from './metadata';
import { select, Selection } from './selection';
import { writtenIn } from './written';

/**
 * Makes the small record of one raw object. Pure; never throws.
 *
 * `before` is the record of the same object as it was: what a spec says is
 * taken from there while its generation is the same.
 */
export type Projection<T> = (raw: RawObject, before?: T) => T;

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
  return (raw, before) => {
    const metadata = metadataOf(raw);
    const same = before && isSameSpec(before.metadata, metadata) && before;
    return {
      kind,
      metadata: {
        ...metadata,
        written: same ? same.metadata.written : writtenIn(raw),
      },
      ...(spec && {
        spec: same ? specOf(same) : select(spec, raw.spec ?? {}),
      }),
      ...(raw.status !== undefined && { status: select(status, raw.status) }),
    } as unknown as T;
  };
}

/** The API server counts a generation with every change of a spec. */
function isSameSpec(before: ObjectMetadata, now: ObjectMetadata): boolean {
  return (
    before.uid === now.uid &&
    before.generation === now.generation &&
    now.uid !== undefined &&
    now.generation !== undefined
  );
}

function specOf(object: object): unknown {
  return 'spec' in object ? object.spec : undefined;
}
