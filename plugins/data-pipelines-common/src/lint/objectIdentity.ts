/**
 * Which object something is about.
 *
 * @public
 */
export interface ObjectIdentity {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}
