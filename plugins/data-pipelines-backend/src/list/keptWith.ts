/** What is made of an object is made once, and kept for as long as the object is. */
export function keptWith<K extends object, V extends string | object>(
  make: (of: K) => V,
): (of: K) => V {
  const kept = new WeakMap<K, V>();
  return of => {
    const known = kept.get(of);
    if (known !== undefined) return known;
    const made = make(of);
    kept.set(of, made);
    return made;
  };
}
