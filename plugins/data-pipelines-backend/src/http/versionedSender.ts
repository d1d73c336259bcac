import { Request, Response } from 'express';
import { Versioned } from '../service/PipelineService';
import { brotli } from './brotli';

/** After a signal every browser asks for the same few answers. */
const KEPT = 32;
/** Characters of a text that is not worth being compressed. */
const TINY = 1024;

interface Kept {
  text: string;
  /** Made for the first who takes it. */
  compressed?: Promise<Buffer>;
}

/** Sends an answer unless the client has it already. */
export type SendVersioned = <T>(
  request: Pick<Request, 'acceptsEncodings' | 'header' | 'originalUrl'>,
  response: Response,
  answer: Versioned<T>,
) => Promise<void>;

/**
 * @returns what answers 304 without making the answer where the client has it,
 * and makes and compresses one for all who ask for the same version of it
 */
export function versionedSender(): SendVersioned {
  const kept = new Map<string, Kept>();
  const compress = brotli();
  const made = <T>(key: string, value: () => T): Kept => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const one = { text: JSON.stringify(value()) };
    kept.set(key, one);
    const [oldest] = kept.keys();
    if (kept.size > KEPT) kept.delete(oldest);
    return one;
  };
  return async (request, response, { version, value }) => {
    const tag = `W/"${version}"`;
    response.setHeader('ETag', tag);
    // Of this viewer only, and asked again each time.
    response.setHeader('Cache-Control', 'private, no-cache');
    response.vary('Accept-Encoding');
    const known = request.header('If-None-Match')?.split(',') ?? [];
    if (known.some(one => one.trim() === tag)) {
      response.status(304).end();
      return;
    }
    // Who may see something else has a version of his own.
    const one = made(`${version} ${request.originalUrl}`, value);
    response.type('json');
    if (one.text.length < TINY || !request.acceptsEncodings('br')) {
      response.send(one.text);
      return;
    }
    one.compressed ??= compress(one.text);
    const compressed = await one.compressed;
    response.setHeader('Content-Encoding', 'br');
    response.send(compressed);
  };
}
