import {
  GeneratedFile,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { stringify } from 'yaml';

/** An object as YAML that is the same for the same content. */
export function objectText(
  object: RenderedObject,
  options: { sorted?: boolean } = {},
): string {
  return stringify(object, {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    // Kubernetes and Helm read `on` and `1:30` as YAML 1.1 does.
    version: '1.1',
    sortMapEntries: options.sorted ?? false,
  });
}

/** Objects as one YAML stream. */
export function objectsText(objects: readonly RenderedObject[]): string {
  return objects.map(object => `---\n${objectText(object)}`).join('');
}

/** A file an object, named after kind and name, and after the namespace where two would share a name. */
export function objectFiles(
  objects: readonly RenderedObject[],
): GeneratedFile[] {
  const short = objects.map(({ kind, metadata }) =>
    fileName(kind, metadata.name),
  );
  return objects.map((object, index) => {
    const { kind, metadata } = object;
    const unique =
      short.indexOf(short[index]) === short.lastIndexOf(short[index]);
    return {
      path: unique
        ? short[index]
        : fileName(kind, metadata.namespace ?? '', metadata.name, `${index}`),
      content: objectText(object),
    };
  });
}

function fileName(...parts: string[]): string {
  return `${parts
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9.-]+/g, '-')}.yaml`;
}
