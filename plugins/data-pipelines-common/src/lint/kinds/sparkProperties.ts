import { RenderedObject } from '../compare/renderedObject';
import { SparkProperties } from './sparkSpecs';

/** Every property as the text that Spark reads. */
export function textsOf(
  properties: SparkProperties = {},
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(properties).map(([key, value]) => [key, `${value}`]),
  );
}

const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
};

/** A Java properties file, a line each. */
export function propertiesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap(line => {
      const found = /^((?:\\.|[^=\\])+)=(.*)$/.exec(line);
      return found && !line.startsWith('#')
        ? [[unescaped(found[1]), unescaped(found[2])] as const]
        : [];
    }),
  );
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, char: string) => ESCAPED[char] ?? char);
}

/** The key in the values, which every object of a job has as a label. */
export function jobLabel({ metadata }: Omit<RenderedObject, 'spec'>): string {
  return metadata.labels?.['headworks.dev/job'] ?? metadata.name;
}
