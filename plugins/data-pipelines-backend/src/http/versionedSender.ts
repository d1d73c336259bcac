import { Request, Response } from 'express';
import { Versioned } from '../service/PipelineService';

/** After a signal every browser asks for the same few answers. */
const KEPT = 32;

/** Sends an answer unless the client has it already. */
export type SendVersioned = <T>(
  request: Pick<Request, 'header' | 'originalUrl'>,
  response: Response,
  answer: Versioned<T>,
) => void;

/**
 * @returns what answers 304 without making the answer where the client has it,
 * and makes one for all who ask for the same version of it
 */
export function versionedSender(): SendVersioned {
  const kept = new Map<string, string>();
  const textOf = <T>(key: string, value: () => T): string => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const text = JSON.stringify(value());
    kept.set(key, text);
    const [oldest] = kept.keys();
    if (kept.size > KEPT) kept.delete(oldest);
    return text;
  };
  return (request, response, { version, value }) => {
    const tag = `W/"${version}"`;
    response.setHeader('ETag', tag);
    // Of this viewer only, and asked again each time.
    response.setHeader('Cache-Control', 'private, no-cache');
    const known = request.header('If-None-Match')?.split(',') ?? [];
    if (known.some(one => one.trim() === tag)) {
      response.status(304).end();
      return;
    }
    // Who may see something else has a version of his own.
    const text = textOf(`${version} ${request.originalUrl}`, value);
    response.type('json').send(text);
  };
}
