/** Numbers of a version: `4.3.1`, `v2_2`, `4.3-IV0` and an image's tag all have some. */
export function numbersOf(version: string): number[] {
  return (/\d+(?:[._]\d+)*/.exec(version)?.[0] ?? '')
    .split(/[._]/)
    .filter(part => part !== '')
    .map(Number);
}

/** Below zero where the first is older. `parts` 2 compares major and minor only. */
export function compareVersions(one: string, other: string, parts = 3): number {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  for (let index = 0; index < parts; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How many minor versions a change leaves out; majors are never left out. */
export function minorsBetween(before: string, after: string): number {
  const [[fromMajor, from], [toMajor, to]] = [
    numbersOf(before),
    numbersOf(after),
  ];
  return fromMajor === toMajor ? Math.max(0, to - from - 1) : 0;
}

/** The tag of an image; empty where it has none. */
export function tagOf(image: string): string {
  return /:([^:/@]+)(@|$)/.exec(image)?.[1] ?? '';
}
