import path from 'node:path';
import ts from 'typescript';

/** What rules say with one reason code, as it stands in their source. */
export interface SaidReason {
  reason: string;
  /** More than one where the code decides; empty where another part does. */
  health: string[];
  /** With ‹…› for what only the moment tells. */
  message: string;
  nextStep: string;
  /** Relative to the folder of the rules. */
  file: string;
}

/**
 * Everything that health rules can say: the objects in their source that have
 * a `reason`, with the code read by the compiler, so that constants and
 * choices count.
 */
export function readReasons(folder: string): {
  said: SaidReason[];
  /** Kind → the file that has its rule. */
  rules: Map<string, string>;
  /** File → the files of the folder that it imports, by and by. */
  reach: (file: string) => Set<string>;
} {
  const config = ts.readConfigFile(
    path.join(folder, '../../../../tsconfig.json'),
    ts.sys.readFile,
  );
  const { options } = ts.parseJsonConfigFileContent(
    { ...config.config, include: [] },
    ts.sys,
    folder,
  );
  const entry = path.join(folder, 'rules.ts');
  const program = ts.createProgram([entry], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const files = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(`${folder}/`));
  const said = files.flatMap(file => {
    const found: SaidReason[] = [];
    const visit = (node: ts.Node) => {
      if (ts.isObjectLiteralExpression(node)) {
        const name = path.relative(folder, file.fileName);
        found.push(...reasonsOf(node, checker, name));
        found.push(...reasonsByKey(node, checker, name));
      } else if (ts.isArrayLiteralExpression(node)) {
        const name = path.relative(folder, file.fileName);
        found.push(...reasonOfPattern(node, name));
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
  return {
    said,
    rules: rulesIn(program.getSourceFile(entry)!),
    reach: reachIn(files, folder),
  };
}

function reasonsOf(
  node: ts.ObjectLiteralExpression,
  checker: ts.TypeChecker,
  file: string,
): SaidReason[] {
  const value = (...names: string[]) =>
    names.map(name => valueOf(node, name)).find(Boolean);
  const reason = value('reason');
  const message = value('message', 'what', 'problem', 'is');
  if (!reason || !message) return [];
  const healthOf = value('health');
  const isWhole = message === value('message');
  return codes(reason, checker).map(code => ({
    reason: code,
    health: healthOf ? codes(healthOf, checker) : [],
    message: `${isWhole ? '' : '‹…› '}${textOf(message, checker)}`,
    nextStep: value('nextStep') ? textOf(value('nextStep')!, checker) : '',
    file,
  }));
}

/** A table whose keys are codes of Kubernetes, such as `ImagePullBackOff`. */
function reasonsByKey(
  node: ts.ObjectLiteralExpression,
  checker: ts.TypeChecker,
  file: string,
): SaidReason[] {
  return node.properties.flatMap(property => {
    if (!ts.isPropertyAssignment(property)) return [];
    const entry = resolved(property.initializer, checker);
    const code = property.name.getText().replace(/'/g, '');
    if (!ts.isObjectLiteralExpression(entry) || !isCode(code)) {
      return [];
    }
    const message = valueOf(entry, 'problem') ?? valueOf(entry, 'what');
    const nextStep = inherited(entry, 'nextStep', checker);
    if (!message || !nextStep || valueOf(entry, 'reason')) return [];
    return [
      {
        reason: code,
        health: [],
        message: `‹…› ${textOf(message, checker)}: ‹…›`,
        nextStep: textOf(nextStep, checker),
        file,
      },
    ];
  });
}

/** A pair of what an operator may say, and our code for it; not our sentence. */
function reasonOfPattern(
  { elements }: ts.ArrayLiteralExpression,
  file: string,
): SaidReason[] {
  const [pattern, code] = elements;
  const isPair =
    elements.length === 2 &&
    pattern.kind === ts.SyntaxKind.RegularExpressionLiteral &&
    ts.isStringLiteral(code) &&
    isCode(code.text);
  return isPair
    ? [
        {
          reason: code.text,
          health: [],
          message: 'The ‹…› is not ready: ‹…›',
          nextStep: '',
          file,
        },
      ]
    : [];
}

function isCode(text: string): boolean {
  return /^[A-Z]\w+$/.test(text);
}

function inherited(
  node: ts.ObjectLiteralExpression,
  name: string,
  checker: ts.TypeChecker,
): ts.Expression | undefined {
  const own = valueOf(node, name);
  if (own) return own;
  const [base] = node.properties.filter(ts.isSpreadAssignment);
  const from = base && resolved(base.expression, checker);
  return from && ts.isObjectLiteralExpression(from)
    ? valueOf(from, name)
    : undefined;
}

/** What a constant stands for. */
function resolved(
  expression: ts.Expression,
  checker: ts.TypeChecker,
): ts.Expression {
  if (!ts.isIdentifier(expression)) return expression;
  let symbol = ts.isShorthandPropertyAssignment(expression.parent)
    ? checker.getShorthandAssignmentValueSymbol(expression.parent)
    : checker.getSymbolAtLocation(expression);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) {
    symbol = checker.getAliasedSymbol(symbol);
  }
  const declared = symbol?.valueDeclaration;
  if (declared && ts.isBindingElement(declared) && declared.initializer) {
    return declared.initializer;
  }
  return declared &&
    ts.isVariableDeclaration(declared) &&
    declared.initializer &&
    ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const
    ? declared.initializer
    : expression;
}

function valueOf(
  node: ts.ObjectLiteralExpression,
  name: string,
): ts.Expression | undefined {
  const property = node.properties.find(one => one.name?.getText() === name);
  if (!property) return undefined;
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/** The codes that an expression may be; none where it is data of the cluster. */
function codes(expression: ts.Expression, checker: ts.TypeChecker): string[] {
  const literals = new Set<string>();
  const visit = (node: ts.Node): void => {
    // What an object holds is told where that object is.
    if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) {
      return;
    }
    const choice = ts.isIdentifier(node) && resolved(node, checker);
    if (choice && choice !== node) {
      visit(choice);
      return;
    }
    if (ts.isConditionalExpression(node)) {
      visit(node.whenTrue);
      visit(node.whenFalse);
      return;
    }
    if (ts.isStringLiteral(node)) {
      literals.add(node.text);
      return;
    }
    const type = ts.isExpression(node) && checker.getTypeAtLocation(node);
    const parts = type && type.isUnion() ? type.types : [type];
    if (parts.every(part => part && part.isStringLiteral())) {
      parts.forEach(part => literals.add((part as ts.StringLiteralType).value));
    } else ts.forEachChild(node, visit);
  };
  visit(expression);
  return [...literals].filter(code => /^[A-Z]\w+$/.test(code));
}

/** A sentence of the source, with ‹…› for what is put in. */
function textOf(given: ts.Expression, checker: ts.TypeChecker): string {
  const expression = resolved(given, checker);
  if (ts.isParenthesizedExpression(expression)) {
    return textOf(expression.expression, checker);
  }
  if (ts.isNumericLiteral(expression)) return expression.text;
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isTemplateExpression(expression)) {
    return (
      expression.head.text +
      expression.templateSpans
        .map(span => textOf(span.expression, checker) + span.literal.text)
        .join('')
    );
  }
  if (ts.isConditionalExpression(expression)) {
    const both = [expression.whenTrue, expression.whenFalse]
      .map(part => textOf(part, checker))
      .filter(Boolean);
    return [...new Set(both)].join(' / ');
  }
  const type = checker.getTypeAtLocation(expression);
  return type.isStringLiteral() ? type.value : '‹…›';
}

function rulesIn(file: ts.SourceFile): Map<string, string> {
  const imported = new Map<string, string>();
  const rules = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isImportDeclaration(node) &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const from = path.normalize(`${node.moduleSpecifier.text}.ts`);
      const names = node.importClause?.namedBindings;
      if (names && ts.isNamedImports(names)) {
        names.elements.forEach(({ name }) => imported.set(name.text, from));
      }
    }
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.initializer)) {
      const from = imported.get(node.initializer.text);
      const resource = node.name.getText().replace(/'/g, '');
      if (from && resource.includes('.')) rules.set(resource, from);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return rules;
}

function reachIn(files: readonly ts.SourceFile[], folder: string) {
  const imports = new Map(
    files.map(file => [
      path.relative(folder, file.fileName),
      file.statements
        .filter(
          (one): one is ts.ImportDeclaration | ts.ExportDeclaration =>
            ts.isImportDeclaration(one) || ts.isExportDeclaration(one),
        )
        .flatMap(({ moduleSpecifier }) =>
          moduleSpecifier && ts.isStringLiteral(moduleSpecifier)
            ? [path.join(path.dirname(file.fileName), moduleSpecifier.text)]
            : [],
        )
        .flatMap(base => [`${base}.ts`, `${base}/index.ts`])
        .map(name => path.relative(folder, name)),
    ]),
  );
  return (start: string) => {
    const reached = new Set<string>();
    const next = [start];
    for (let file = next.pop(); file !== undefined; file = next.pop()) {
      if (reached.has(file) || !imports.has(file)) continue;
      reached.add(file);
      next.push(...imports.get(file)!);
    }
    return reached;
  };
}
