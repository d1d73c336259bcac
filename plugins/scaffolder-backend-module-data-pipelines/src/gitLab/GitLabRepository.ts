import { HostRepository } from '../hosts/HostRepository';

const PAGE = 100;

/** A project of GitLab's REST API. */
export class GitLabRepository extends HostRepository {
  constructor({ host, apiBaseUrl, project, headers }: GitLabAddress) {
    super({
      ...{ kind: 'gitlab', host, apiBaseUrl, headers, name: project },
      path: `projects/${encodeURIComponent(project)}`,
    });
  }

  /** Every entry of a list that GitLab gives in pages. */
  async all<T>(path: string, query: URLSearchParams, wish: string) {
    const entries: T[] = [];
    for (let page = 1; ; page++) {
      query.set('per_page', `${PAGE}`);
      query.set('page', `${page}`);
      const more = await this.get<T[]>(`${path}?${query}`, wish);
      entries.push(...more);
      if (more.length < PAGE) return entries;
    }
  }

  /** A sentence, a list of them, or one for each field. */
  protected saying(body: unknown): string | undefined {
    if (typeof body === 'string') return body || undefined;
    const { message, error, error_description } = (body ?? {}) as Complaint;
    return said(message) ?? said(error_description) ?? said(error);
  }

  protected limit({ status, headers }: Response) {
    const retryAfter = Number(headers.get('retry-after'));
    const reset = Number(headers.get('ratelimit-reset'));
    const again = retryAfter ? Date.now() / 1000 + retryAfter : reset;
    return {
      isRateLimited: status === 429,
      again: again ? new Date(again * 1000) : undefined,
    };
  }
}

/** Where a project of GitLab is, and who asks. */
export interface GitLabAddress {
  /** As in integrations; such as `gitlab.com`. */
  host: string;
  apiBaseUrl: string;
  /** With its groups: `acme/data/orders`. */
  project: string;
  headers: Record<string, string>;
}

interface Complaint {
  message?: unknown;
  error?: unknown;
  error_description?: unknown;
}

function said(complaint: unknown): string | undefined {
  if (typeof complaint === 'string') return complaint || undefined;
  if (typeof complaint !== 'object' || complaint === null) return undefined;
  const parts = Object.entries(complaint).map(([field, what]) =>
    Array.isArray(complaint) ? said(what) : `${field}: ${said(what)}`,
  );
  return parts.filter(Boolean).join('; ') || undefined;
}
