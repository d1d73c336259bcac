/**
 * Runs something that ends when the outer signal does, or when nothing has
 * been heard for a time. Leaves no listener behind: the outer signal lives as
 * long as the portal.
 *
 * @param body - calls `heard` with each sign of life
 * @throws Error "timed out" after the silence
 */
export async function withDeadline<T>(
  options: { signal: AbortSignal; silence: number },
  body: (inner: { signal: AbortSignal; heard: () => void }) => Promise<T>,
): Promise<T> {
  const { signal, silence } = options;
  signal.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new Error('timed out')),
    silence,
  );
  const end = () => controller.abort(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  try {
    return await body({
      signal: controller.signal,
      heard: () => {
        timer.refresh();
      },
    });
  } catch (error) {
    // What a broken stream says is less true than why it was broken.
    if (controller.signal.aborted) throw controller.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
