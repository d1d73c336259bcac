/** Files of the umbrella that only make sense together with the charts. */
export function isUmbrellaFile(path: string): boolean {
  return path === 'values.schema.json' || path.startsWith('templates/');
}

/** Values are people's: an upgrade edits them only by a migration. */
export function isValuesFile(path: string): boolean {
  return /^values(-[^/]+)?\.yaml$/.test(path);
}
