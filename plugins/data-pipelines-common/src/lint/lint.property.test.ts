import fc from 'fast-check';
import { example, ruleFolders } from './__testUtils__/examples';
import { lint, UNREADABLE } from './lint';
import { LintInput } from './RenderedPipeline';

const PROPERTIES = { seed: 20261125, numRuns: 1000 };

/** Every example of every rule, as one pipeline each. */
const examples = ruleFolders().flatMap(rule =>
  (['bad', 'good'] as const).map(which => example(rule, which)),
);

/** A copy with some of its parts gone or null, chosen by a stream of numbers. */
function damaged<T>(value: T, chance: () => number): T {
  const visit = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) {
      return part.flatMap(item => (chance() === 0 ? [] : [visit(item)]));
    }
    return Object.fromEntries(
      Object.entries(part).flatMap(([key, item]) => {
        const fate = chance();
        if (fate === 0) return [];
        return [[key, fate === 1 ? null : visit(item)]];
      }),
    );
  };
  return visit(value) as T;
}

describe('lint', () => {
  it('says something or nothing of damaged objects, and can read them all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }),
        (whole, numbers) => {
          let at = 0;
          const chance = () => numbers[at++ % numbers.length];
          const input: LintInput = damaged(whole, chance);
          const found = lint({
            objects: input.objects ?? [],
            values: input.values ?? {},
            profile: 'regulated',
          });
          for (const { problem, remedy, rule } of found) {
            expect([rule, problem, remedy].every(Boolean)).toBe(true);
            expect(problem).not.toContain(UNREADABLE);
            expect(problem + remedy).not.toMatch(/undefined|NaN|\[object/);
          }
        },
      ),
      PROPERTIES,
    );
  });

  it('says the same twice, and changes nothing', () => {
    for (const input of examples) {
      expect(lint(input)).toEqual(lint(input));
    }
  });
});
