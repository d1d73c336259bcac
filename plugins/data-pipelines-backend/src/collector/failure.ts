/** An answer that is no success. */
export class Refusal extends Error {
  /**
   * @param status - the HTTP status
   * @param retryAfter - what the header `Retry-After` said, in milliseconds
   */
  constructor(
    readonly status: number,
    body: string,
    readonly retryAfter?: number,
  ) {
    super(messageIn(body));
  }
}

/** One true sentence about why a cluster's objects cannot be followed. */
export function failureSentence(
  cluster: string,
  resource: string,
  error: Error,
): string {
  if (error instanceof Refusal) {
    if (error.status === 401) {
      return `Cluster ${cluster} does not accept the portal's credential`;
    }
    if (error.status === 403) {
      return `Cluster ${cluster} does not let the portal read ${resource}; its credential needs list and watch`;
    }
    if (error.status === 429) {
      return `Cluster ${cluster} asks the portal to wait before it reads ${resource} again`;
    }
    if (error.status < 500) {
      return `Cluster ${cluster} refuses to list ${resource}: ${error.message}`;
    }
  }
  return clusterSilence(cluster, error);
}

/** Where the cluster is not reached at all. */
export function clusterSilence(cluster: string, error: Error): string {
  if (error instanceof Refusal && error.status === 401) {
    return failureSentence(cluster, '', error);
  }
  return `Cluster ${cluster} does not answer: ${networkReason(error)}`;
}

function networkReason(error: Error): string {
  const text = (error.cause as Error | undefined)?.message || error.message;
  if (/ECONNREFUSED/.test(text)) return 'the connection is refused';
  if (/ENOTFOUND|EAI_AGAIN/.test(text)) return 'its name is not known';
  if (/ETIMEDOUT|timed? ?out/i.test(text)) return 'no answer in time';
  if (/abort|terminated|other side closed|ECONNRESET|hang up/i.test(text)) {
    return 'the connection broke';
  }
  return text;
}

/** The API server, Backstage and proxies put it in different places. */
function messageIn(body: string): string {
  try {
    const json = JSON.parse(body);
    return json.error?.message ?? json.message ?? body.slice(0, 200);
  } catch {
    return body.slice(0, 200);
  }
}
