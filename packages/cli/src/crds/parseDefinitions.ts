import { createHash } from 'node:crypto';
import { parseAllDocuments } from 'yaml';
import { CannotRun } from '../exitCodes';
import { Definition } from './schema';

/**
 * The CustomResourceDefinitions in a text; other documents are left out.
 *
 * @param name - where the text is from
 */
export function parseDefinitions(name: string, text: string): Definition[] {
  return parseAllDocuments(text)
    .map(document => {
      const [error] = document.errors;
      if (error) {
        throw new CannotRun(
          `${name}: not YAML: ${error.message
            .split('\n')[0]
            .replace(/:$/, '')}.`,
        );
      }
      return document.toJS() as Partial<Definition> | null;
    })
    .filter(
      (document): document is Definition =>
        document?.kind === 'CustomResourceDefinition',
    );
}

/** What tells these bytes from others. */
export function sumOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
