/**
 * Why a Service said nothing of use.
 *
 * `forbidden`: the portal's credential lacks `get` on `services/proxy`.
 * `no-service`: there is no such Service, or it has not this port.
 * `no-endpoints`: no ready pod is behind it.
 * `refused`: the pod is there and nothing listens.
 * `silent`: the API server cannot reach it, or it does not answer in time.
 * `redirected`: it points elsewhere, where nobody goes.
 * `too-large`: it says more than anybody reads.
 * `not-json`: it is not what was expected there.
 * `error`: it answers with an error of its own.
 * `cluster`: the API server itself does not serve the request.
 */
export type NoAnswerKind =
  | 'forbidden'
  | 'no-service'
  | 'no-endpoints'
  | 'refused'
  | 'silent'
  | 'redirected'
  | 'too-large'
  | 'not-json'
  | 'error'
  | 'cluster';

/** A Service said nothing of use. */
export class NoAnswer extends Error {
  constructor(
    readonly kind: NoAnswerKind,
    /** In the words of whoever refused. */
    message: string,
    /** The HTTP status, where there was one. */
    readonly status?: number,
  ) {
    super(message);
  }
}

/** What is no answer's own failure is one of the way to it. */
export function asNoAnswer(error: unknown): NoAnswer {
  return error instanceof NoAnswer
    ? error
    : new NoAnswer('cluster', (error as Error).message);
}

/** The engine itself says that it does not know what it was asked about. */
export function isUnknownThere(error: unknown): boolean {
  return (
    error instanceof NoAnswer && error.kind === 'error' && error.status === 404
  );
}
