/**
 * A snapshot's path as one text: Flink writes `file:/a` and `file:///a` of the
 * same place.
 *
 * @public
 */
export function onePath(path: string): string {
  return path.replace(/^([a-z0-9]+):\/+/, '$1:/').replace(/\/$/, '');
}
