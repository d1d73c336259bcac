import { AuditorService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

type Asked = Parameters<AuditorService['createEvent']>[0];

/**
 * Does what somebody asked for and tells the auditor of it, also when it fails.
 *
 * @param tell - what of the result the auditor is told
 */
export async function audited<T>(
  auditor: AuditorService,
  asked: Asked,
  work: () => Promise<T>,
  tell?: (result: T) => JsonObject,
): Promise<T> {
  const event = await auditor.createEvent(asked);
  try {
    const result = await work();
    await event.success({ meta: tell?.(result) });
    return result;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

/** Of an action, how it stands and where its progress is found. */
export function standOf({ id, state }: { id: string; state: string }) {
  return { id, state };
}
