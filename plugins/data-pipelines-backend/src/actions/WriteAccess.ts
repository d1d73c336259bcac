import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ActionRefusal,
  plainMessage,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Answer, ask, Credential, credentialOf } from './writeRequest';

/** What gives a right that the credential may lack. */
const MANIFESTS =
  'manifests/write.yaml gives it, and manifests/delete-snapshots.yaml that to delete savepoints';
const FLINK_MANIFEST = 'manifests/ask-flink.yaml gives it';

/**
 * The second credential of a cluster, the only one that may change anything.
 * Absent by default: then every action is refused.
 */
export class WriteAccess {
  readonly #credentials: ReadonlyMap<string, Credential>;

  private constructor(credentials: ReadonlyMap<string, Credential>) {
    this.#credentials = credentials;
  }

  static fromConfig(config: RootConfigService): WriteAccess {
    const clusters =
      config.getOptionalConfigArray('dataPipelines.clusters') ?? [];
    return new WriteAccess(
      new Map(
        clusters.flatMap(cluster => {
          const write = cluster.getOptionalConfig('write');
          return write
            ? [[cluster.getString('name'), credentialOf(write)]]
            : [];
        }),
      ),
    );
  }

  /** Why nothing can be done in a cluster; undefined when something can. */
  refusal(cluster: string): string | undefined {
    return this.#credentials.has(cluster)
      ? undefined
      : `The portal may only read in cluster ${cluster}; an administrator can allow actions with dataPipelines.clusters[].write`;
  }

  /** A plan as it is, or refused where nothing can be done in its cluster. */
  refuse<P extends { refusal?: ActionRefusal }>(plan: P, cluster: string): P {
    const sentence = this.refusal(cluster);
    if (!sentence || plan.refusal) return plan;
    const remedy = 'Use the commands below, with your own rights.';
    return { ...plan, refusal: { sentence, remedy } };
  }

  /**
   * Creates an object.
   *
   * @param path - of the folder it goes to, without a query
   * @throws ConflictError where one of this name is there
   * @throws NotAllowedError, NotFoundError, ServiceUnavailableError
   */
  async create(cluster: string, path: string, object: object): Promise<void> {
    await this.#change(cluster, 'POST', path, object);
  }

  /**
   * Changes an object by a JSON merge patch.
   *
   * @throws ConflictError where the patch names a resourceVersion that is not
   * the object's
   * @throws NotAllowedError, NotFoundError, ServiceUnavailableError
   */
  async patch(cluster: string, path: string, patch: object): Promise<void> {
    await this.#change(cluster, 'PATCH', path, patch);
  }

  /**
   * Deletes an object.
   *
   * @param uid - of the object: another one of its name stays
   * @throws ConflictError where it is another one
   * @throws NotAllowedError, NotFoundError, ServiceUnavailableError
   */
  async delete(cluster: string, path: string, uid: string): Promise<void> {
    await this.#change(cluster, 'DELETE', path, {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      preconditions: { uid },
    });
  }

  /**
   * Asks the Flink behind a Service to do something.
   *
   * @param path - through the API server's service proxy
   * @throws NotAllowedError where the cluster or Flink refuses it
   * @throws NotFoundError, ServiceUnavailableError
   */
  async askFlink(cluster: string, path: string, body: object): Promise<void> {
    const answer = await this.#ask(cluster, { method: 'POST', path, body });
    const { status, message, isKubernetes } = answer;
    if (status < 300) return;
    if (isKubernetes) throw refused(cluster, answer, FLINK_MANIFEST);
    const sentence = `Flink refused: ${plainMessage(message)}`;
    throw status === 503
      ? new ServiceUnavailableError(sentence)
      : new NotAllowedError(sentence);
  }

  async #change(
    cluster: string,
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body: object,
  ): Promise<void> {
    const answer = await this.#ask(cluster, {
      method,
      path:
        method === 'DELETE'
          ? path
          : `${path}?fieldManager=headworks&fieldValidation=Strict`,
      body,
    });
    if (answer.status < 300) return;
    throw refused(cluster, answer, MANIFESTS);
  }

  async #ask(cluster: string, request: Parameters<typeof ask>[1]) {
    const credential = this.#credentials.get(cluster);
    if (!credential) throw new NotAllowedError(this.refusal(cluster));
    return ask(credential, request);
  }
}

/** @param manifest - what gives the right that is missing */
function refused(
  cluster: string,
  { status, message }: Answer,
  manifest: string,
): Error {
  const sentence = `Cluster ${cluster} refused: ${message}`;
  switch (status) {
    case 401:
    case 403:
      return new NotAllowedError(
        `${sentence}. The portal's writing credential lacks a right there; ${manifest}.`,
      );
    case 404:
      return new NotFoundError(sentence);
    case 409:
      return new ConflictError(sentence);
    case 400:
    case 422:
      return new NotAllowedError(sentence);
    default:
      return new ServiceUnavailableError(sentence);
  }
}
