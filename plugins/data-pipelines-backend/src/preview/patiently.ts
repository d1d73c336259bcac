import { ServiceUnavailableError } from '@backstage/errors';
import { PreviewQueue } from './PreviewQueue';

const PATIENCE = 30_000;

/** For whom a preview is made. */
export interface Waiting {
  /** Whose older preview this one replaces; nobody's where it is open. */
  owner?: string;
  /** Nobody waits for it any more. */
  signal: AbortSignal;
}

/**
 * Waits for a turn and for the work, but not without end.
 *
 * @param work - gets the signal that ends it
 * @throws ServiceUnavailableError where it takes too long
 */
export async function patiently<T>(
  queue: PreviewQueue,
  { owner, signal: nobodyWaits }: Waiting,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = AbortSignal.timeout(PATIENCE);
  const signal = AbortSignal.any([nobodyWaits, late]);
  try {
    return await queue.run({ owner, signal }, () => work(signal));
  } catch (error) {
    if (!late.aborted) throw error;
    throw new ServiceUnavailableError(
      `The preview was not ready within ${
        PATIENCE / 1000
      } s: the portal is busy; try again`,
    );
  }
}
