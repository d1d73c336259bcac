import { CannotRun } from '../exitCodes';

/** The text at an address. */
export async function fetchText(url: string): Promise<string> {
  const answer = await fetch(url, {
    signal: AbortSignal.timeout(60_000),
  }).catch(error => {
    const why = error.cause?.message ?? error.message;
    throw new CannotRun(
      `${url} cannot be reached (${why}). Check the network, or download the definitions and give them with --from.`,
    );
  });
  if (!answer.ok) {
    throw new CannotRun(
      `${url} answered ${answer.status}. Check version and address.`,
    );
  }
  return answer.text();
}
