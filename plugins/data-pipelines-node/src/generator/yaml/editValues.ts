import { JsonValue } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { Document, isAlias, isCollection, isMap, isScalar } from 'yaml';
import { helmNode, parseHelmDocument, printDocument } from './helmDocument';

/**
 * One change of a values file.
 *
 * @public
 */
export interface ValueEdit {
  /** The keys from the top; an entry of a list by its number. */
  path: string[];
  /** What stands there afterwards; undefined removes it. */
  value: JsonValue | undefined;
}

/**
 * A values file with some values changed; people's comments and the order of
 * keys stay. Maps on the way that are missing are made.
 *
 * @throws InputError that says why an edit cannot be made
 * @public
 */
export function editValues(
  content: string,
  edits: readonly ValueEdit[],
): string {
  if (edits.length === 0) return content;
  const document = parseHelmDocument(content, 'values');
  if (!isMap(document.contents)) {
    document.contents = helmNode({});
  }
  for (const edit of edits) apply(document, edit);
  return printDocument(document);
}

function apply(document: Document, { path: names, value }: ValueEdit) {
  const path = writtenKeys(document, names);
  const missing = path.findIndex(
    (_, depth) => !isCollection(document.getIn(path.slice(0, depth), true)),
  );
  if (missing === -1) {
    if (value === undefined) document.deleteIn(path);
    else replace(document, path, value);
    return;
  }
  const above = path.slice(0, missing);
  if (isAlias(document.getIn(above, true))) {
    throw new InputError(
      `${above.join(
        '.',
      )}: it is an alias of another part of the file; write its values out`,
    );
  }
  if (value === undefined) return;
  const inside = names
    .slice(missing)
    .reduceRight<JsonValue>((inner, name) => ({ [name]: inner }), value);
  replace(document, above, inside);
}

/** The keys as they stand in the file, where `8080: x` has a number. */
function writtenKeys(document: Document, names: string[]): unknown[] {
  return names.reduce<unknown[]>((path, name) => {
    const parent = document.getIn(path, true);
    const pair = isMap(parent)
      ? parent.items.find(
          ({ key }) => isScalar(key) && String(key.value) === name,
        )
      : undefined;
    return [...path, pair && isScalar(pair.key) ? pair.key.value : name];
  }, []);
}

/** Keeps the comment that stands behind the value. */
function replace(document: Document, path: unknown[], value: JsonValue) {
  const before = document.getIn(path, true);
  const node = helmNode(value);
  if (isScalar(before)) {
    if (isScalar(node)) node.comment = before.comment;
    else node.commentBefore = before.comment;
  }
  document.setIn(path, node);
}
