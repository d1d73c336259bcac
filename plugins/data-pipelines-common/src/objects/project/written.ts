import { ManagedFields, RawObject } from '../../resources/rawObject';
import { Written } from '../../resources/metadata';
import { specFields } from './specFields';

/** Programs that write specs by themselves; nobody asked for it in person. */
const PROGRAMS =
  /operator|controller|^manager$|fabric8|okhttp|Java|^kube-|^Go-http-client/i;

/** What a spec says and who changed it last, before managedFields are dropped. */
export function writtenIn({ metadata, spec }: RawObject): Written {
  const last = lastWriter(metadata.managedFields ?? []);
  return {
    ...(last?.manager && { by: last.manager }),
    ...(last?.time && { at: last.time }),
    fields: specFields(spec),
  };
}

function lastWriter(all: readonly ManagedFields[]): ManagedFields | undefined {
  return all
    .filter(
      ({ fieldsV1, manager, subresource }) =>
        fieldsV1?.['f:spec'] !== undefined &&
        !subresource &&
        manager &&
        !PROGRAMS.test(manager),
    )
    .sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''))
    .at(-1);
}
