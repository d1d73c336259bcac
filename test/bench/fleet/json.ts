import zlib from 'node:zlib';
import { Answer, ask } from './ask';

const DECODERS: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  br: zlib.brotliDecompressSync,
  gzip: zlib.gunzipSync,
  deflate: zlib.inflateSync,
};

/** What the answer is when it is unpacked. */
export function textOf({ body, encoding }: Answer): string {
  const decode = encoding ? DECODERS[encoding] : undefined;
  return (decode ? decode(body) : body).toString('utf8');
}

/** @throws where the portal refuses */
export async function askJson<T>(
  url: string,
  options: Parameters<typeof ask>[1],
): Promise<T> {
  const answer = await ask(url, options);
  const text = textOf(answer);
  if (answer.status !== 200) {
    throw new Error(`${url}: HTTP ${answer.status}: ${text.slice(0, 500)}`);
  }
  return JSON.parse(text) as T;
}
