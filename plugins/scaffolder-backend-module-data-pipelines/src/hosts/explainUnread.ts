import { InputError, toError } from '@backstage/errors';
import { describeRefusal } from './describeRefusal';
import { HostKind, WORDS } from './words';

/** As the readers of GitHub and of GitLab put it. */
const STATUS = /^(?:Request failed for|Failed to read tree\b).+?, (\d{3}) /;

/**
 * What a UrlReader says of a Git host, with the remedy. It tells the status of
 * an answer only in its message.
 *
 * @param repoUrl - such as `github.com?owner=acme&repo=orders`
 */
export function explainUnread(
  problem: unknown,
  kind: HostKind,
  repoUrl: string,
): Error {
  const error = toError(problem);
  const [, status] = STATUS.exec(error.message) ?? [];
  if (!status) return error;
  const { host, searchParams } = new URL(`https://${repoUrl}`);
  return new InputError(
    describeRefusal({
      host,
      repository: `${searchParams.get('owner')}/${searchParams.get('repo')}`,
      wish: 'show the files',
      status: Number(status),
      isRateLimited:
        status === '429' || error.message.includes('(rate limit exceeded)'),
      words: WORDS[kind],
    }),
  );
}
