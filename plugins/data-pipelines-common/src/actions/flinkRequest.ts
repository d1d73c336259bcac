/**
 * What Flink's own REST interface is asked to do with a job. The trigger is
 * ours: asked twice with the same one, Flink does it once (`triggerId` of its
 * REST).
 *
 * @public
 */
export interface FlinkRequest {
  to: 'savepoint' | 'stop';
  /** Of its REST; port 8081. */
  service: string;
  /** Flink's id of the job, 32 hex digits. */
  job: string;
  /** 32 hex digits. */
  trigger: string;
  /** Absent: where the job's own configuration has savepoints go. */
  folder?: string;
  format: 'CANONICAL' | 'NATIVE';
  /** Of a stop: everything that waits for a time to come happens before it. */
  drain?: boolean;
}

const ID = /^[0-9a-f]{32}$/;

/** Whether a text can be Flink's id of a job, and not a way to elsewhere. */
export function isFlinkId(text: string | undefined): text is string {
  return text !== undefined && ID.test(text);
}

/** Flink's own port, in every mode. */
const PORT = 8081;

/** The path of a Service at the API server, behind which Flink answers. */
function behind(namespace: string, service: string): string {
  return `/api/v1/namespaces/${namespace}/services/${service}:${PORT}/proxy`;
}

/**
 * Where the API server passes such a request on, and with which body: Flink's
 * REST (`/jobs/:jobid/savepoints` and `/jobs/:jobid/stop`, 1.15 and newer).
 *
 * @throws Error where what it is made of is no id of Flink
 * @public
 */
export function postOf(
  namespace: string,
  request: FlinkRequest,
): { path: string; body: object } {
  const { to, service, job, trigger, folder, format, drain } = request;
  if (!isFlinkId(job) || !isFlinkId(trigger)) {
    throw new Error(`Flink is asked for nothing: ${job} is no id of a job`);
  }
  const at = `${behind(namespace, service)}/jobs/${job}`;
  const common = { formatType: format, triggerId: trigger };
  switch (to) {
    case 'stop':
      return {
        path: `${at}/stop`,
        body: {
          ...common,
          drain: drain ?? false,
          ...(folder && { targetDirectory: folder }),
        },
      };
    default:
      return {
        path: `${at}/savepoints`,
        body: {
          ...common,
          'cancel-job': false,
          ...(folder && { 'target-directory': folder }),
        },
      };
  }
}

/**
 * Where the API server passes on the question how far such a request is.
 *
 * @public
 */
export function progressPathOf(
  namespace: string,
  { service, job, trigger }: FlinkRequest,
): string {
  return `${behind(namespace, service)}/jobs/${job}/savepoints/${trigger}`;
}
