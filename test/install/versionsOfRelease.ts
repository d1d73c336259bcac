/**
 * The versions of one Backstage release. Packages of a release ask for each
 * other with `^` and the very version of that release; later the ranges
 * let in newer ones, two of each. The lowest that anybody asks for is it.
 *
 * @param lockfile - of an app of that release
 */
export function versionsOfRelease(lockfile: string): Record<string, string> {
  const versions: Record<string, string> = {};
  const asked = /(@backstage\/[\w-]+)@npm:\^(\d+\.\d+\.\d+)/g;
  for (const [, name, version] of lockfile.matchAll(asked)) {
    const known = versions[name];
    if (known === undefined || isBelow(version, known)) {
      versions[name] = version;
    }
  }
  return versions;
}

function isBelow(version: string, other: string) {
  return version.localeCompare(other, undefined, { numeric: true }) < 0;
}
