import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotImplementedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  JobChangePreview,
  JobChangeQuestion,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  changeJob,
  Helm,
  previewEdit,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { RepositoryReader } from '../drift/RepositoryReader';
import { findPipeline } from '../service/findPipeline';
import { patiently, Waiting } from './patiently';
import { PreviewQueue } from './PreviewQueue';
import {
  RenderedRepositories,
  RenderedRepository,
} from './RenderedRepositories';

/** Says what the template "Change a job" would do, by the code that does it. */
export class JobChangePreviews {
  readonly #catalog: CatalogService;
  readonly #reader: RepositoryReader;
  readonly #repositories: RenderedRepositories;
  readonly #helm: Helm;
  readonly #queue: PreviewQueue;

  constructor(options: {
    catalog: CatalogService;
    reader: RepositoryReader;
    helm: Helm;
    queue: PreviewQueue;
  }) {
    this.#catalog = options.catalog;
    this.#reader = options.reader;
    this.#repositories = new RenderedRepositories(options);
    this.#helm = options.helm;
    this.#queue = options.queue;
  }

  /**
   * @throws NotFoundError where the person may not see the pipeline
   * @throws ServiceUnavailableError where its repository cannot be read
   */
  async preview(
    ref: { namespace: string; name: string },
    question: JobChangeQuestion,
    credentials: BackstageCredentials,
    waiting: Waiting,
  ): Promise<JobChangePreview> {
    const entity = await findPipeline(this.#catalog, ref, credentials);
    const location = await this.#reader.locate(entity);
    const repository = await this.#repositories.at(location);
    return patiently(this.#queue, waiting, signal =>
      this.#effectOf(question, repository, signal),
    );
  }

  async #effectOf(
    question: JobChangeQuestion,
    { files, before }: RenderedRepository,
    signal: AbortSignal,
  ): Promise<JobChangePreview> {
    try {
      const { changed, removed, environments } = await previewEdit({
        ...{ files, before, signal, helm: this.#helm },
        edit: there => changeJob(there, question),
      });
      return {
        changedFiles: changed.map(({ path }) => path),
        removedFiles: removed,
        environments,
      };
    } catch (error) {
      if (error instanceof NotImplementedError || signal.aborted) throw error;
      // Where the template would end, in the same words.
      return {
        problem: (error as Error).message,
        changedFiles: [],
        removedFiles: [],
        environments: [],
      };
    }
  }
}
