import { ServiceUnavailableError } from '@backstage/errors';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Helm,
  renderEnvironments,
  Renderings,
} from '@headworks/backstage-plugin-data-pipelines-node';
import {
  RepositoryLocation,
  RepositoryReader,
} from '../drift/RepositoryReader';
import { Shared } from '../drift/Shared';

/** Git is asked again after this time, in milliseconds. */
const KEPT = 15_000;
/** Templates are their author's: one may never come to an end. */
const LONGEST = 30_000;
/** Repositories of which the content is remembered. */
const MOST = 20;

/** A pipeline's repository, and what it renders. */
export interface RenderedRepository {
  revision: string;
  files: GeneratedFile[];
  /** What it renders as it is; worked out once. */
  before(): Promise<Renderings>;
}

/** Reads repositories for somebody who types, and asks for much in a short time. */
export class RenderedRepositories {
  readonly #reader: Pick<RepositoryReader, 'read'>;
  readonly #helm: Helm;
  readonly #fresh = new Shared<RenderedRepository>({ milliseconds: KEPT });
  readonly #last = new Map<string, RenderedRepository>();

  constructor(options: { reader: Pick<RepositoryReader, 'read'>; helm: Helm }) {
    this.#reader = options.reader;
    this.#helm = options.helm;
  }

  /** @throws ServiceUnavailableError where it cannot be read */
  at(location: RepositoryLocation): Promise<RenderedRepository> {
    const key = JSON.stringify(location);
    return this.#fresh.get(key, async () => {
      const repository = await this.#read(location, this.#last.get(key));
      this.#last.delete(key);
      this.#last.set(key, repository);
      const [oldest] = this.#last.keys();
      if (this.#last.size > MOST) this.#last.delete(oldest);
      return repository;
    });
  }

  /** Only what is new is fetched: hosts allow few archives a minute. */
  async #read(
    location: RepositoryLocation,
    last: RenderedRepository | undefined,
  ): Promise<RenderedRepository> {
    const content = await this.#reader
      .read(location, last?.revision)
      .catch(error => {
        throw new ServiceUnavailableError(
          `The repository ${location.target} cannot be read: ${error.message}`,
        );
      });
    if (!content && last) return last;
    return { ...content!, before: this.#rendered(content!.files) };
  }

  #rendered(files: readonly GeneratedFile[]): RenderedRepository['before'] {
    let known: Promise<Renderings> | undefined;
    return () => {
      const signal = AbortSignal.timeout(LONGEST);
      known ??= renderEnvironments(files, this.#helm, signal).catch(error => {
        // What failed may have had its reason on this machine.
        known = undefined;
        throw error;
      });
      return known;
    };
  }
}
