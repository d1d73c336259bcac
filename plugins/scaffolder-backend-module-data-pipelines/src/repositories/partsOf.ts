import {
  getGitLabIntegrationRelativePath,
  ScmIntegrationRegistry,
} from '@backstage/integration';

/** What a file's address says of its repository. */
interface Parts {
  repoUrl: string;
  branch: string;
  /** Of the file; empty for the top. */
  folder: string;
}

/** Of `https://github.com/acme/orders/blob/main/pipelines/orders/catalog-info.yaml`. */
export function gitHubParts(target: string): Parts {
  const { host, segments } = segmentsOf(target);
  const [owner, repo, , branch, ...file] = segments;
  return partsOf({ host, owner, repo, branch, file });
}

/**
 * Of `https://gitlab.com/acme/data/orders/-/blob/main/pipelines/orders/catalog-info.yaml`,
 * where any number of groups stands before the project.
 *
 * @returns undefined where it is no address of a file
 */
export function gitLabParts(
  target: string,
  integrations: ScmIntegrationRegistry,
): Parts | undefined {
  const { host, segments } = segmentsOf(target);
  const config = integrations.gitlab.byHost(host)?.config;
  const above = config
    ? getGitLabIntegrationRelativePath(config).split('/').filter(Boolean)
    : [];
  const path = segments.slice(above.length);
  // No group and no project is named "-"; old addresses have none.
  const dash = path.indexOf('-');
  const end =
    dash >= 0 ? dash : path.findIndex(one => /^(blob|tree)$/.test(one));
  if (end < 2) return undefined;
  const project = path.slice(0, end);
  const [branch, ...file] = path.slice(dash >= 0 ? end + 2 : end + 1);
  const repo = project[project.length - 1];
  const owner = project.slice(0, -1).join('/');
  return partsOf({ host, owner, repo, branch, file });
}

function segmentsOf(target: string) {
  const { host, pathname } = new URL(target);
  return {
    host,
    segments: pathname.slice(1).split('/').map(decodeURIComponent),
  };
}

function partsOf(what: {
  host: string;
  owner: string;
  repo: string;
  branch: string;
  file: string[];
}): Parts {
  const { host, owner, repo, branch, file } = what;
  return {
    repoUrl: `${host}?${new URLSearchParams({ owner, repo })}`,
    branch,
    folder: file.slice(0, -1).join('/'),
  };
}
