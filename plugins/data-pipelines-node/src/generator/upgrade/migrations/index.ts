import { JsonObject } from '@backstage/types';
import { ValueEdit } from '../../yaml/editValues';

/** How values follow a chart that changed what they mean. */
export interface Migration {
  /** The first version of the charts that wants it. */
  version: string;
  /** Pure: what to edit in a values file that holds these values. */
  edits(values: JsonObject): ValueEdit[];
}

/** In the order of their versions; none was needed so far. */
export const MIGRATIONS: readonly Migration[] = [];
