import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { parseAllDocuments } from 'yaml';
import { Helm } from '../helm';

/**
 * What `helm template` renders, as objects in its order.
 *
 * @throws Error in Helm's own words, where it refuses the values
 * @public
 */
export async function renderObjects(options: {
  helm: Helm;
  /** The chart. */
  dir: string;
  release: string;
  namespace: string;
  /** Values files, relative to the chart. */
  values: string[];
  /** Stops Helm. */
  signal?: AbortSignal;
}): Promise<RenderedObject[]> {
  const { helm, ...what } = options;
  return parseObjects(await helm.template(what));
}

/** The documents of a stream that hold something. */
export function parseObjects(text: string): RenderedObject[] {
  return parseAllDocuments(text)
    .map(document => document.toJS() as RenderedObject | null)
    .filter(object => object !== null);
}
