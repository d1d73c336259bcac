import { JsonObject, JsonValue } from '@backstage/types';
import { InputError } from '@backstage/errors';
import {
  Document,
  Node,
  parseAllDocuments,
  parseDocument,
  Tags,
  visit,
} from 'yaml';

/**
 * Helm reads a mixture of YAML 1.1 and 1.2: `on` is true and `0777` is 511,
 * but `1:30` and `2026-01-01` are texts.
 */
const HELM_YAML = {
  schema: 'yaml-1.1',
  customTags: (tags: Tags) =>
    tags.filter(
      tag =>
        typeof tag === 'string' ||
        (tag.tag !== 'tag:yaml.org,2002:timestamp' && tag.format !== 'TIME'),
    ),
};

/** What a reader of YAML refuses, or takes for the end of a line. */
const NO_READER = /(?!\n)[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** Those of them that are written as they are between quotes. */
const ESCAPED = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A document that Helm reads as it was meant. */
export function helmDocument(content: object): Document {
  const document = new Document(content, {
    ...HELM_YAML,
    aliasDuplicateObjects: false,
  });
  quote(document);
  return document;
}

/** A value as a node that Helm reads as it was meant. */
export function helmNode(value: JsonValue): Node {
  return helmDocument([value]).getIn([0], true) as Node;
}

/** The text of a document, no line of it folded. */
export function printDocument(document: Document): string {
  return document
    .toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity })
    .replace(
      ESCAPED,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/**
 * A document as Helm reads it, with its comments.
 *
 * @throws InputError that names file and line
 */
export function parseHelmDocument(content: string, path: string): Document {
  const document = parseDocument(content, HELM_YAML);
  refuseErrors(document, path);
  return document;
}

/** Every document of a file. */
export function parseHelmDocuments(content: string, path: string): Document[] {
  return parseAllDocuments(content, HELM_YAML).map(document => {
    refuseErrors(document, path);
    return document;
  });
}

function refuseErrors({ errors: [error] }: Document, path: string) {
  if (!error) return;
  if (error.code === 'MULTIPLE_DOCS') {
    throw new InputError(
      `${path}: it holds several documents and Helm reads the first; keep one`,
    );
  }
  const line = error.linePos ? `line ${error.linePos[0].line}: ` : '';
  const [sentence] = error.message.split(' at line ');
  throw new InputError(`${path}: ${line}${sentence}; correct the YAML there`);
}

/** A file that holds one map, as Helm reads it. */
export function readMap(content: string, path: string): JsonObject {
  const value: unknown = parseHelmDocument(content, path).toJS() ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(`${path}: it is no map; write "name: value" lines`);
  }
  return value as JsonObject;
}

/** Quotes what other readers of YAML could take for something else. */
function quote(document: Document) {
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string') return;
      const isBlock = /^\S.*\n/.test(node.value);
      if (
        NO_READER.test(node.value) ||
        (!isBlock && !/^[A-Za-z/][^\n]*$/.test(node.value))
      ) {
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
}
