import { RawObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { Refusal } from '../collector/failure';

const PATIENCE = 5_000;
const PAGE = 500;

interface Page<T> {
  items: T[];
  metadata?: { continue?: string };
}

/**
 * Every object below a path; none where the cluster does not serve the kind.
 *
 * @throws Refusal where the cluster answers with another error
 */
export async function listAll<T extends RawObject>(
  access: ClusterAccess,
  cluster: string,
  path: string,
): Promise<T[]> {
  const items: T[] = [];
  const signal = AbortSignal.timeout(PATIENCE);
  let next = '';
  do {
    const response = await access.get(
      cluster,
      `${path}?limit=${PAGE}${next && `&continue=${encodeURIComponent(next)}`}`,
      { signal },
    );
    if (response.status === 404) return items;
    if (!response.ok) throw new Refusal(response.status, await response.text());
    const page = (await response.json()) as Page<T>;
    items.push(...page.items);
    next = page.metadata?.continue ?? '';
  } while (next);
  return items;
}
