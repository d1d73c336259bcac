/**
 * Fresh rows in the places where the person saw them: a row that changed does
 * not jump away under the pointer. Rows that are new come after the row that
 * they follow in the fresh order; rows that are gone are gone.
 *
 * @param shown - ids in the order on screen
 * @param fresh - rows in the order that the backend gives
 */
export function heldOrder<T extends { entityRef: string }>(
  shown: readonly string[],
  fresh: readonly T[],
): T[] {
  const byRef = new Map(fresh.map(row => [row.entityRef, row]));
  const places = new Set(shown);
  const held = shown.flatMap(ref => byRef.get(ref) ?? []);
  const followers = new Map<string | undefined, T[]>();
  let predecessor: string | undefined;
  for (const row of fresh) {
    if (places.has(row.entityRef)) {
      predecessor = row.entityRef;
    } else {
      followers.set(predecessor, [...(followers.get(predecessor) ?? []), row]);
    }
  }
  return [
    ...(followers.get(undefined) ?? []),
    ...held.flatMap(row => [row, ...(followers.get(row.entityRef) ?? [])]),
  ];
}
