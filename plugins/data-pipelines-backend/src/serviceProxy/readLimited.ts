import { NoAnswer } from './NoAnswer';

/**
 * The text of a response, as long as it is not too much.
 *
 * @param most - bytes
 * @throws NoAnswer of kind `too-large`; the rest is not read
 */
export async function readLimited(
  response: Response,
  most: number,
): Promise<string> {
  const tooLarge = () =>
    new NoAnswer('too-large', `more than ${most} bytes`, response.status);
  if (Number(response.headers.get('content-length')) > most) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
