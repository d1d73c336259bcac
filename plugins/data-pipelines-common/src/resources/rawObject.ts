/**
 * An object as the API server sends it, before anything of it is believed.
 *
 * @public
 */
export interface RawObject {
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    labels?: Readonly<Record<string, string>>;
    annotations?: Readonly<Record<string, string>>;
    managedFields?: readonly ManagedFields[];
  };
  spec?: unknown;
  status?: unknown;
}

/**
 * Which fields a program owns, as server-side apply keeps it.
 *
 * @public
 */
export interface ManagedFields {
  manager?: string;
  operation?: string;
  /** Absent for the object itself; `status` for its status. */
  subresource?: string;
  /** ISO 8601. */
  time?: string;
  fieldsV1?: { 'f:spec'?: unknown };
}
