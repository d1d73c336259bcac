import { Request, Response } from 'express';
import { Versioned } from '../service/PipelineService';

/** Answers 304 without making the answer where the client has it already. */
export function sendVersioned<T>(
  request: Pick<Request, 'header'>,
  response: Response,
  { version, value }: Versioned<T>,
) {
  const tag = `W/"${version}"`;
  response.setHeader('ETag', tag);
  // Of this viewer only, and asked again each time.
  response.setHeader('Cache-Control', 'private, no-cache');
  const known = request.header('If-None-Match')?.split(',') ?? [];
  if (known.some(one => one.trim() === tag)) {
    response.status(304).end();
    return;
  }
  response.json(value());
}
