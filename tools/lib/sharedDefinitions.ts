type Definitions = Record<string, object>;

/**
 * A schema with the shared definitions that it refers to, directly or through
 * one another, sorted by name. Helm's schemas must be self-contained.
 *
 * @param shared - `$defs` of `charts/common/shared.defs.json`
 */
export function inlineSharedDefinitions(
  schema: object & { $defs?: Definitions },
  shared: Definitions,
): object {
  const { $defs = {}, ...rest } = schema;
  const own = Object.fromEntries(
    Object.entries($defs).filter(([name]) => !(name in shared)),
  );
  const wanted = new Set<string>();
  const follow = (part: object) => {
    for (const name of referencesOf(part)) {
      if (name in shared && !wanted.has(name)) {
        wanted.add(name);
        follow(shared[name]);
      }
    }
  };
  follow({ rest, own });
  const all = {
    ...own,
    ...Object.fromEntries([...wanted].map(name => [name, shared[name]])),
  };
  const sorted = Object.fromEntries(
    Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return Object.keys(sorted).length > 0 ? { ...rest, $defs: sorted } : rest;
}

function referencesOf(part: object): string[] {
  return [
    ...JSON.stringify(part).matchAll(/"\$ref":"#\/\$defs\/([^"/]+)"/g),
  ].map(([, name]) => name);
}
