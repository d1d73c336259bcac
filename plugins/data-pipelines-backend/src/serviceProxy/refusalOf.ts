import { NoAnswer, NoAnswerKind } from './NoAnswer';

/** What the API server's Status object says, as far as it matters here. */
interface KubernetesStatus {
  kind?: unknown;
  message?: unknown;
}

/**
 * Why a response is no answer. The API server speaks in objects of kind
 * `Status`; whatever else comes is the Service's own.
 */
export function refusalOf(status: number, body: string): NoAnswer {
  const said = statusIn(body);
  if (said === undefined) {
    return new NoAnswer('error', body.slice(0, 2_000), status);
  }
  return new NoAnswer(kindOf(status, said), said.slice(0, 300), status);
}

function kindOf(status: number, message: string): NoAnswerKind {
  if (status === 403) return 'forbidden';
  if (status === 404) return 'no-service';
  if (/no service port/i.test(message)) return 'no-service';
  if (/no endpoints available/i.test(message)) return 'no-endpoints';
  if (/connection refused/i.test(message)) return 'refused';
  if (
    status === 504 ||
    /timeout|no route to host|error trying to reach service/i.test(message)
  ) {
    return 'silent';
  }
  return 'cluster';
}

function statusIn(body: string): string | undefined {
  try {
    const { kind, message } = JSON.parse(body) as KubernetesStatus;
    return kind === 'Status' ? String(message ?? '') : undefined;
  } catch {
    // The API server's proxy says some errors in plain text.
    return /^(error trying to reach service|no endpoints)/i.test(body)
      ? body.trim()
      : undefined;
  }
}
