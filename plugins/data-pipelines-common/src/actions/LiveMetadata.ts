import { ManagedFields } from '../resources/rawObject';

/**
 * What actions read of the metadata of a live object.
 *
 * @public
 */
export interface LiveMetadata {
  name: string;
  namespace: string;
  generation?: number;
  managedFields?: readonly ManagedFields[];
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
}
