/**
 * Runs something that ends when the outer signal does, or after a time. Leaves
 * no listener behind: the outer signal lives as long as the portal.
 *
 * @param options - `reason`: what is thrown when the time is over
 */
export async function withDeadline<T>(
  options: { signal: AbortSignal; time: number; reason?: Error },
  body: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signal, time, reason = new Error('timed out') } = options;
  signal.throwIfAborted();
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(reason), time);
  const end = () => controller.abort(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  try {
    return await body(controller.signal);
  } catch (error) {
    // What a broken stream says is less true than why it was broken.
    if (controller.signal.aborted) throw controller.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}
