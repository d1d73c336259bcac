import { watchLines } from './watchLines';

async function linesOf(...pieces: Array<string | Uint8Array>) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(
          typeof piece === 'string' ? encoder.encode(piece) : piece,
        );
      }
      controller.close();
    },
  });
  const lines: string[] = [];
  for await (const line of watchLines(body, () => {})) lines.push(line);
  return lines;
}

describe('watchLines', () => {
  it('joins what the network cut', async () => {
    expect(await linesOf('{"a"', ':1}\n{"b":2}', '\n')).toEqual([
      '{"a":1}',
      '{"b":2}',
    ]);
  });

  it('joins a letter that was cut in two', async () => {
    const bytes = new TextEncoder().encode('"ü"\n');
    expect(await linesOf(bytes.slice(0, 2), bytes.slice(2))).toEqual(['"ü"']);
  });

  it('keeps back a line that never ended', async () => {
    expect(await linesOf('{"a":1}\n{"half')).toEqual(['{"a":1}']);
  });

  it('gives 10,000 lines of one piece', async () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `{"n":${i}}\n`);
    expect(await linesOf(text.join(''))).toHaveLength(10_000);
  });
});
