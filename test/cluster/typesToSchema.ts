import ts from 'typescript';

/** The part of OpenAPI v3 that a CustomResourceDefinition uses. */
export interface Schema {
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  required?: string[];
  enum?: string[];
  'x-kubernetes-preserve-unknown-fields'?: true;
  'x-kubernetes-int-or-string'?: true;
}

/**
 * Rebuilds the schema of a kind from its published TypeScript types.
 *
 * A type says `number` where the CRD says `integer` or `number`; only the
 * fields named in `fractional` may hold fractions.
 */
export function schemaOfInterface(options: {
  source: string;
  name: string;
  fractional: readonly string[];
}): Schema {
  const file = ts.createSourceFile(
    'kind.d.ts',
    options.source,
    ts.ScriptTarget.Latest,
  );
  const found = file.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) &&
      statement.name.text === options.name,
  );
  if (!found) {
    throw new Error(`The types hold no interface ${options.name}`);
  }
  const kept = found.members.filter(member =>
    ['spec', 'status'].includes(nameOf(member)),
  );
  return ofMembers(ts.factory.createNodeArray(kept), options.fractional);
}

function ofMembers(
  members: ts.NodeArray<ts.TypeElement>,
  fractional: readonly string[],
): Schema {
  const index = members.find(ts.isIndexSignatureDeclaration);
  if (index) {
    return {
      type: 'object',
      additionalProperties: ofType(index.type, '', fractional),
    };
  }
  const properties: Record<string, Schema> = {};
  for (const member of members) {
    if (ts.isPropertySignature(member) && member.type) {
      const name = nameOf(member);
      properties[name] = ofType(member.type, name, fractional);
    }
  }
  return Object.keys(properties).length > 0
    ? { type: 'object', properties }
    : { type: 'object' };
}

function ofType(
  type: ts.TypeNode,
  field: string,
  fractional: readonly string[],
): Schema {
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { type: 'string' };
    case ts.SyntaxKind.BooleanKeyword:
      return { type: 'boolean' };
    case ts.SyntaxKind.NumberKeyword:
      return { type: fractional.includes(field) ? 'number' : 'integer' };
    case ts.SyntaxKind.AnyKeyword:
      return { 'x-kubernetes-preserve-unknown-fields': true };
    default:
  }
  if (ts.isTypeLiteralNode(type)) {
    return ofMembers(type.members, fractional);
  }
  if (ts.isTypeReferenceNode(type) && type.typeArguments?.length === 1) {
    return {
      type: 'array',
      items: ofType(type.typeArguments[0], field, fractional),
    };
  }
  if (ts.isUnionTypeNode(type)) {
    const literals = type.types.flatMap(member =>
      ts.isLiteralTypeNode(member) && ts.isStringLiteral(member.literal)
        ? [member.literal.text]
        : [],
    );
    return literals.length === type.types.length
      ? { type: 'string', enum: literals }
      : { 'x-kubernetes-int-or-string': true };
  }
  throw new Error(`Field "${field}" has a type that no CRD has`);
}

function nameOf(member: ts.TypeElement): string {
  return member.name && ts.isStringLiteral(member.name) ? member.name.text : '';
}
