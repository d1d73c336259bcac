/** What a kind of Git host calls things. */
export interface HostWords {
  /** Such as `pull requests`. */
  requests: string;
  /** What its token must be allowed, behind "the right to". */
  right: string;
  /** What helps where the portal asks too much. */
  moreRequests: string;
}

/** What a Git host answered in place of what was asked. */
export interface Refusal {
  /** Such as `github.com`. */
  host: string;
  /** Such as `acme/orders`. */
  repository: string;
  /** Part of a sentence: `push the branch headworks/upgrade-0.2.0`. */
  wish: string;
  status: number;
  /** What the host itself says about it. */
  says?: string;
  isRateLimited: boolean;
  /** When a limited host answers again, where it says so. */
  again?: Date;
  words: HostWords;
}

const PROTECTED = /not allowed to (force )?push|protected branch/i;

/** Says what a Git host refused, and what to do about it. */
export function describeRefusal(refusal: Refusal): string {
  const { host, repository, status, says, wish, isRateLimited } = refusal;
  const { requests, right, moreRequests } = refusal.words;
  const why = says ? `${status}: ${says.replace(/\.$/, '')}` : `${status}`;
  const what = `${host} did not ${wish} of ${repository} (${why})`;
  const settings = `the portal's settings, integrations for ${host},`;
  if (isRateLimited) {
    const when = refusal.again ? `after ${timeOf(refusal.again)}` : 'later';
    return `${what}, because the portal asked it too much. Try again ${when}; if it happens often, ${moreRequests.replace(
      '{settings}',
      settings,
    )}`;
  }
  if (says && PROTECTED.test(says)) {
    return `${what}, because a rule protects the branch. A maintainer of ${repository} lets the portal's token push and force push to branches headworks/*, then try again`;
  }
  switch (status) {
    case 401:
      return `${what}, because the portal's token is wrong or has expired. Whoever runs the portal puts a new one into ${settings} then try again`;
    case 403:
      return `${what}, because the portal's token may not. Whoever runs the portal gives the token in ${settings} the right to ${right}; then try again`;
    case 404:
      return `${what}, because the repository or its branch is gone, or hidden from the portal's token. See that it is there, and that the token in ${settings} may read it and write its contents and ${requests}`;
    case 400:
    case 409:
    case 422:
      return `${what}. Look at the branches and open ${requests} of ${repository} and mend what is in the way; somebody may have done the same at this moment, then try again`;
    default:
      return `${what}. Try again later; if it stays, see whether ${host} has trouble`;
  }
}

function timeOf(date: Date) {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
