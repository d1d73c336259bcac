import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ActionRefusal } from '@headworks/backstage-plugin-data-pipelines-common';
import { ask, Credential, credentialOf } from './writeRequest';

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

  async #change(
    cluster: string,
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body: object,
  ): Promise<void> {
    const credential = this.#credentials.get(cluster);
    if (!credential) throw new NotAllowedError(this.refusal(cluster));
    const { status, message } = await ask(credential, {
      method,
      path:
        method === 'DELETE'
          ? path
          : `${path}?fieldManager=headworks&fieldValidation=Strict`,
      body,
    });
    if (status < 300) return;
    const sentence = `Cluster ${cluster} refused: ${message}`;
    switch (status) {
      case 401:
      case 403:
        throw new NotAllowedError(
          `${sentence}. The portal's writing credential lacks a right there; manifests/write.yaml gives it, and manifests/delete-snapshots.yaml that to delete savepoints.`,
        );
      case 404:
        throw new NotFoundError(sentence);
      case 409:
        throw new ConflictError(sentence);
      case 400:
      case 422:
        throw new NotAllowedError(sentence);
      default:
        throw new ServiceUnavailableError(sentence);
    }
  }
}
