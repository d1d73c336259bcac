import { Document, isScalar, visit } from 'yaml';

/**
 * A document that Helm reads as it was meant. Helm reads a mixture of YAML 1.1
 * and 1.2, where a plain `on`, `1:30` or `0o17` is no text.
 */
export function helmDocument(content: object): Document {
  const document = new Document(content, {
    schema: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar(_, node) {
      if (
        isScalar(node) &&
        typeof node.value === 'string' &&
        /^[^A-Za-z/]/.test(node.value) &&
        !node.value.includes('\n')
      ) {
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document;
}
