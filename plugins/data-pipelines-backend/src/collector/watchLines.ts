/**
 * The lines of a watch, one JSON value each, however the network cuts them.
 *
 * @param onData - called with the size of each piece that arrives, whole lines or not
 */
export async function* watchLines(
  body: ReadableStream<Uint8Array>,
  onData: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      onData(value.byteLength);
      const lines = (rest + decoder.decode(value, { stream: true })).split(
        '\n',
      );
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.trim()) yield line;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
