import fs from 'node:fs';
import path from 'node:path';
// The compiler that the whole repository is checked with.
// eslint-disable-next-line @backstage/no-undeclared-imports
import ts from 'typescript';

const COMPONENTS = path.join(__dirname, '../components');
/** Attributes whose text a person reads or hears. */
const READ = new Set([
  'alt',
  'aria-label',
  'description',
  'label',
  'placeholder',
  'subtitle',
  'title',
]);

/**
 * English that stands in a component and not in the translations: text between
 * tags, and texts given to what is read. It sees what is written in the JSX
 * itself, also in a condition or a template there; not what a variable brings.
 */
function literalsIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const isText = (text: string) => /\p{L}{2}/u.test(text);

  function collect(node: ts.Node) {
    if (ts.isCallExpression(node) || ts.isJsxElement(node)) return;
    if (ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) return;
    if (ts.isBinaryExpression(node) || ts.isElementAccessExpression(node)) {
      // What is compared is no text, but what follows from it may be one.
      if (node.kind === ts.SyntaxKind.BinaryExpression) {
        const { operatorToken, right } = node as ts.BinaryExpression;
        const logical = [
          ts.SyntaxKind.AmpersandAmpersandToken,
          ts.SyntaxKind.BarBarToken,
          ts.SyntaxKind.QuestionQuestionToken,
        ];
        if (logical.includes(operatorToken.kind)) collect(right);
      }
      return;
    }
    if (ts.isConditionalExpression(node)) {
      collect(node.whenTrue);
      collect(node.whenFalse);
      return;
    }
    const literal =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (literal && isText(node.text)) found.push(node.text);
    ts.forEachChild(node, collect);
  }

  function visit(node: ts.Node) {
    if (ts.isJsxText(node) && isText(node.text)) found.push(node.text.trim());
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) {
      if (node.expression) collect(node.expression);
    }
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText(source))) {
      if (node.initializer) collect(node.initializer);
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

function parse(name: string, text: string) {
  return ts.createSourceFile(
    name,
    text,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
}

describe('texts on the pages', () => {
  const files = fs
    .readdirSync(COMPONENTS, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.tsx') && !file.includes('.test.'));

  it('are found where they do not belong', () => {
    const source = `
      const a = <p title="Two words" className="x y">Some text {t('a.b')}</p>;
      const b = <p>{isNew ? 'It is new' : t('old')} {n > 0 && \`\${n} more\`}</p>;
    `;
    expect(literalsIn(parse('some.tsx', source))).toEqual([
      'Two words',
      'Some text',
      'It is new',
      ' more',
    ]);
  });

  it.each(files)('all come from the translations: %s', file => {
    const text = fs.readFileSync(path.join(COMPONENTS, file), 'utf8');
    expect(literalsIn(parse(file, text))).toEqual([]);
  });
});
