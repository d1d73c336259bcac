import { setTimeout as sleep } from 'node:timers/promises';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Milliseconds that the catalog may take for one answer. */
const DEADLINE = 10_000;

/** What is said of a catalog that does not answer. */
const CATALOG_SILENT =
  'The catalog does not answer, so it is not known which pipelines there are and who may see them; try again in a moment, and if that does not help look at the log of the catalog plugin';

/**
 * The catalog, which answers in time or with a ServiceUnavailableError that
 * says what is wrong and what to do.
 */
export function answeringCatalog(
  catalog: CatalogService,
  deadline = DEADLINE,
): CatalogService {
  return new Proxy(catalog, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...parameters: unknown[]) => {
        const answer: unknown = Reflect.apply(method, target, parameters);
        return answer instanceof Promise ? inTime(answer, deadline) : answer;
      };
    },
  });
}

async function inTime<T>(answer: Promise<T>, deadline: number): Promise<T> {
  const answered = new AbortController();
  try {
    return await Promise.race([
      answer,
      sleep(deadline, undefined, { signal: answered.signal, ref: false }).then(
        () => {
          throw new Error(`no answer in ${deadline / 1000} s`);
        },
      ),
    ]);
  } catch (error) {
    if (isOwn(error)) throw error;
    // Its cause has addresses of the portal's inside; the log has it.
    throw new ServiceUnavailableError(CATALOG_SILENT);
  } finally {
    answered.abort();
  }
}

/** What the catalog itself says of a request, such as that it is not allowed. */
function isOwn(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    error.statusCode >= 400 &&
    error.statusCode < 500
  );
}
