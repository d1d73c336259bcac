/** How the Flink operator upgrades a job. */
export const MODES = ['savepoint', 'last-state', 'stateless'] as const;

export type Mode = (typeof MODES)[number];

/** Rows of a table by upgrade mode; those that make no difference share one. */
export function rowsByMode(
  words: string,
  cells: (mode: Mode) => string,
): string[] {
  const modes = new Map<string, string[]>();
  for (const mode of MODES) {
    const text = cells(mode);
    modes.set(text, [...(modes.get(text) ?? []), `\`${mode}\``]);
  }
  return [...modes].map(
    ([text, names]) =>
      `| ${words} | ${
        names.length === MODES.length ? 'any' : names.join(', ')
      } | ${text} |`,
  );
}
