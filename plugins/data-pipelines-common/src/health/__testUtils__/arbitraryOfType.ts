import path from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { ResourceId } from '../../resources/kinds';

const KINDS = path.join(__dirname, '../../resources/kinds.ts');
/** Deeper than any type of ours. */
const DEEPEST = 10;

/** What may stand where something else is expected. */
const ODD = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.string(),
  fc.array(fc.string(), { maxLength: 2 }),
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
);

/** Texts as a cluster has them, and others. */
const TEXT = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('one', 'one-driver', 'a', 'Ready') },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 1_763_000_000, max: 1_764_000_000 })
      .map(seconds => new Date(seconds * 1000).toISOString()),
  },
  fc.string(),
  fc.constantFrom(
    'True',
    'False',
    'Failed',
    'Complete',
    'Running',
    'Pending',
    'Unschedulable',
    'PodScheduled',
    'OOMKilled',
    'CrashLoopBackOff',
    '{"type":"x","message":"no"}',
  ),
);

/**
 * Values of the types in `resources/`. Pods and events are as the types say,
 * for the API server knows them; others have something odd in them here and
 * there: what a status looks like after a CRD has changed.
 */
export function arbitraryObjects(): (
  resource: ResourceId,
) => fc.Arbitrary<object> {
  const program = ts.createProgram([KINDS], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Node10,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(KINDS)!;
  const exported = checker.getExportsOfModule(
    checker.getSymbolAtLocation(file)!,
  );
  const known = checker.getDeclaredTypeOfSymbol(
    exported.find(({ name }) => name === 'KnownObjects')!,
  );
  return resource => {
    const property = known.getProperty(resource)!;
    const type = checker.getTypeOfSymbolAtLocation(property, file);
    const strict = resource === 'pods' || resource === 'events';
    const context = { checker, file, strict };
    return arbitraryOf(type, context, DEEPEST) as fc.Arbitrary<object>;
  };
}

interface Context {
  checker: ts.TypeChecker;
  file: ts.SourceFile;
  strict: boolean;
}

function arbitraryOf(
  type: ts.Type,
  context: Context,
  depth: number,
): fc.Arbitrary<unknown> {
  const { checker, file, strict } = context;
  const visit = (below: ts.Type) => {
    const expected = arbitraryOf(below, context, depth - 1);
    return strict ? expected : odd(expected);
  };
  if (depth === 0) return ODD;
  if (type.isUnion()) {
    const parts = type.types.filter(
      ({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
    );
    return fc.oneof(...parts.map(part => arbitraryOf(part, context, depth)));
  }
  if (type.isStringLiteral()) return fc.constant(type.value);
  if (type.flags & ts.TypeFlags.BooleanLike) return fc.boolean();
  if (type.flags & ts.TypeFlags.NumberLike) return fc.integer();
  if (type.flags & ts.TypeFlags.StringLike) return TEXT;
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    return fc.array(visit(item), { maxLength: 3 });
  }
  const values = type.getStringIndexType();
  if (values) {
    return fc.dictionary(
      fc.constantFrom('one', 'two', 'spark-role', '7'),
      visit(values),
    );
  }
  const properties = checker.getPropertiesOfType(type);
  const shape = Object.fromEntries(
    properties.map(({ name }) => {
      const property = type.getProperty(name)!;
      return [name, visit(checker.getTypeOfSymbolAtLocation(property, file))];
    }),
  );
  const required = properties.filter(
    ({ flags }) => strict && !(flags & ts.SymbolFlags.Optional),
  );
  return fc.record(shape, { requiredKeys: required.map(({ name }) => name) });
}

/** Mostly what is expected. */
function odd(expected: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 19, arbitrary: expected },
    { weight: 1, arbitrary: ODD },
  );
}
