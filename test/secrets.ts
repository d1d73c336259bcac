/** Credentials that tests made: no answer of a portal may have one. */
export const secrets = new Set<string>();

/** What no answer may have, whoever asks; the names of what was found. */
export function leaksIn(text: string): string[] {
  const found = FORBIDDEN.filter(({ pattern }) => pattern.test(text)).map(
    ({ name }) => name,
  );
  const told = [...secrets].some(secret => text.includes(secret));
  return told ? [...found, 'a credential of the test'] : found;
}

const FORBIDDEN = [
  { name: 'managedFields', pattern: /managedFields/ },
  {
    name: 'last-applied-configuration',
    pattern: /last-applied-configuration/,
  },
  { name: 'a service account token', pattern: /serviceAccountToken/ },
  { name: 'a certificate or key', pattern: /BEGIN [A-Z ]*(CERTIFICATE|KEY)/ },
  { name: 'a signed token', pattern: /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\./ },
  { name: 'a header with a token', pattern: /Bearer \S/ },
];
