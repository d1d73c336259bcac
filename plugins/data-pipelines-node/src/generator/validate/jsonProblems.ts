import { Located } from './located';

/** Deeper than any chart, and far from where reading it would fail. */
const DEEPEST = 64;

/** Half of a pair that makes one character: no file can hold it. */
const HALF_CHARACTER =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Some readers of YAML refuse them, or end the line there, even in quotes. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** What no file could hold, or no other program would read the same. */
export function jsonProblems(value: unknown): Located[] {
  return walk(value, [], []);
}

function walk(value: unknown, at: string[], above: object[]): Located[] {
  if (typeof value === 'string') return textProblems(value, at);
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? []
      : [{ at, problem: `is ${value}`, remedy: 'give a number' }];
  }
  if (value === undefined || value === null) return [];
  if (typeof value === 'boolean') return [];
  if (typeof value !== 'object' || !isPlain(value)) {
    return [
      {
        at,
        problem: 'is nothing that a YAML file of Helm can hold',
        remedy: 'write a text, a number, true, false, a list or a map',
      },
    ];
  }
  if (above.includes(value)) {
    return [{ at, problem: 'contains itself', remedy: 'remove the alias' }];
  }
  if (above.length > DEEPEST) {
    return [{ at, problem: 'is nested too deeply', remedy: 'flatten it' }];
  }
  return Object.entries(value).flatMap(([key, inner]) => [
    ...keyProblems(key, [...at, key]),
    ...walk(inner, [...at, key], [...above, value]),
  ]);
}

/** Below `override` null says what is removed; elsewhere nobody can say. */
export function nullProblems(value: unknown, at: string[]): Located[] {
  if (value === null) {
    return [
      {
        at,
        problem:
          'null neither removes nor keeps a default alike in Helm 3 and 4',
        remedy: 'leave it out, or set enabled: false to remove an entry',
      },
    ];
  }
  if (typeof value !== 'object' || at.includes('override')) return [];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    nullProblems(inner, [...at, key]),
  );
}

function keyProblems(key: string, at: string[]): Located[] {
  return key === '<<'
    ? [
        {
          at,
          problem: 'is no key: in YAML it merges another map',
          remedy: 'write out what it should merge',
        },
      ]
    : textProblems(key, at);
}

function textProblems(text: string, at: string[]): Located[] {
  if (HALF_CHARACTER.test(text)) {
    return [
      { at, problem: 'holds half a character', remedy: 'type the text anew' },
    ];
  }
  const [found] = UNPRINTABLE.exec(text) ?? [];
  if (found === undefined) return [];
  const code = found.charCodeAt(0).toString(16).toUpperCase();
  return [
    {
      at,
      problem: `holds the invisible character U+${code.padStart(4, '0')}`,
      remedy: 'remove it',
    },
  ];
}

/** By its tag, because a value may come from another realm. */
function isPlain(value: object): boolean {
  const tag = Object.prototype.toString.call(value);
  return tag === '[object Object]' || tag === '[object Array]';
}
