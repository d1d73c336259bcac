import { parse, parseAllDocuments } from 'yaml';
import { compare } from '../compare';
import { RenderedObject } from '../renderedObject';

/** Objects of a test, as YAML. */
export function objects(text: string): RenderedObject[] {
  return parseAllDocuments(text).map(document => document.toJSON());
}

/** What `compare` says of one object with another spec, each as one line. */
export function said(
  object: string,
  before: string,
  after: string,
  around = '',
): string[] {
  const withSpec = (spec: string): RenderedObject => ({
    ...(parse(object) as RenderedObject),
    spec: parse(spec) as object,
  });
  const others = around === '' ? [] : objects(around);
  return lines([withSpec(before), ...others], [withSpec(after), ...others]);
}

/** `severity kind/name path: problem; remedy`, line by line. */
export function lines(
  before: RenderedObject[],
  after: RenderedObject[],
): string[] {
  return compare(before, after).map(
    ({ severity, object, path, problem, remedy }) =>
      `${severity} ${object.kind}/${object.name} ${path}: ${problem}; ${remedy}`,
  );
}
