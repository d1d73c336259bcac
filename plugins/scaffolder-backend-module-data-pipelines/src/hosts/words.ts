import { HostWords } from './describeRefusal';

/** By what Backstage's integration calls the kind of host. */
export const WORDS = {
  github: {
    requests: 'pull requests',
    right:
      'write contents and pull requests, and workflows where the change touches them',
    moreRequests: '{settings} should name a GitHub App, which may ask more',
  },
  gitlab: {
    requests: 'merge requests',
    right:
      'write (scope api, and the role Developer or more in the project, which may be given to a bot of the group)',
    moreRequests:
      'whoever runs GitLab raises the limits for the user of the token',
  },
} satisfies Record<string, HostWords>;

/** A kind of host on which the portal opens requests. */
export type HostKind = keyof typeof WORDS;

/** Whether the portal opens requests there. */
export function isHostKind(kind: string): kind is HostKind {
  return Object.hasOwn(WORDS, kind);
}
