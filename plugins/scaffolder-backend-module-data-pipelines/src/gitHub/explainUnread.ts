import { InputError, toError } from '@backstage/errors';
import { describeRefusal } from './describeRefusal';

/**
 * What a UrlReader says of GitHub, with the remedy. It tells the status of an
 * answer only in its message.
 *
 * @param repoUrl - such as `github.com?owner=acme&repo=orders`
 */
export function explainUnread(problem: unknown, repoUrl: string): Error {
  const error = toError(problem);
  const [, status] =
    /^Request failed for .+, (\d{3}) /.exec(error.message) ?? [];
  if (!status) return error;
  const { host, searchParams } = new URL(`https://${repoUrl}`);
  return new InputError(
    describeRefusal({
      host,
      repository: `${searchParams.get('owner')}/${searchParams.get('repo')}`,
      wish: 'show the files',
      status: Number(status),
      isRateLimited: error.message.includes('(rate limit exceeded)'),
    }),
  );
}
