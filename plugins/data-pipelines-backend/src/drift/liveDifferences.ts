import { JsonValue } from '@backstage/types';
import {
  FieldDifference,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** Fields that Git sets and the live object has otherwise. */
export function liveDifferences(
  rendered: RenderedObject,
  live: RenderedObject,
): FieldDifference[] {
  return differences(
    '',
    rendered as unknown as JsonValue,
    live as unknown as JsonValue,
  );
}

function differences(
  path: string,
  inGit: JsonValue,
  live: JsonValue | undefined,
): FieldDifference[] {
  if (isEmpty(inGit) && (live === undefined || isEmpty(live))) return [];
  if (isMap(inGit) && isMap(live)) {
    return Object.entries(inGit).flatMap(([key, value]) =>
      value === undefined
        ? []
        : differences(path === '' ? key : `${path}.${key}`, value, live[key]),
    );
  }
  if (
    Array.isArray(inGit) &&
    Array.isArray(live) &&
    inGit.length === live.length
  ) {
    return inGit.flatMap((value, index) =>
      differences(`${path}[${index}]`, value, live[index]),
    );
  }
  return inGit === live ? [] : [{ path, inGit, live }];
}

function isMap(
  value: JsonValue | undefined,
): value is { [key: string]: JsonValue | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: JsonValue): boolean {
  return (
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
