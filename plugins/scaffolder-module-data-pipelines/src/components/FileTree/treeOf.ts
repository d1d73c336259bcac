/** A line of the tree. */
export interface TreeEntry {
  path: string;
  name: string;
  depth: number;
  folder: boolean;
}

/** Folders before files, each with what is in it below. */
export function treeOf(paths: string[], above = ''): TreeEntry[] {
  const depth = above.split('/').length - 1;
  const below = paths.filter(path => path.startsWith(above));
  const names = [
    ...new Set(below.map(path => path.slice(above.length).split('/')[0])),
  ].sort();
  const entryOf = (name: string, folder: boolean) => ({
    path: above + name,
    name,
    depth,
    folder,
  });
  const isFile = (name: string) => below.includes(above + name);
  return [
    ...names
      .filter(name => !isFile(name))
      .flatMap(name => [
        entryOf(name, true),
        ...treeOf(below, `${above}${name}/`),
      ]),
    ...names.filter(isFile).map(name => entryOf(name, false)),
  ];
}
