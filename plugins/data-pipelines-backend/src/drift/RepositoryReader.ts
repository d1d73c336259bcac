import { isUtf8 } from 'node:buffer';
import fs from 'node:fs/promises';
import path from 'node:path';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { committedFiles, committedRevision } from './committed';

/** A pipeline's repository, or its folder in one. */
export interface RepositoryLocation {
  type: 'url' | 'file';
  target: string;
}

/** What is in a repository at one moment. */
export interface RepositoryContent {
  /** Changes whenever a file does. */
  revision: string;
  files: GeneratedFile[];
}

const MOST_FILES = 2_000;
const MOST_BYTES = 10_000_000;

/** Reads what Git holds beside a pipeline's catalog-info.yaml. */
export class RepositoryReader {
  readonly #urlReader: UrlReaderService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #localRepositories: string | undefined;

  constructor(options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
    /** The only folder below which the portal's own disk is read. */
    localRepositories?: string;
  }) {
    this.#urlReader = options.urlReader;
    this.#integrations = options.integrations;
    this.#localRepositories = options.localRepositories;
  }

  /**
   * Where an entity's repository is. Only the annotation that the catalog
   * itself sets counts: an author could point `backstage.io/source-location`
   * at anything that the portal can read.
   *
   * @throws InputError with the remedy, where it is nowhere the portal may read
   */
  async locate(entity: Entity): Promise<RepositoryLocation> {
    const ref = entity.metadata.annotations?.[ANNOTATION_LOCATION];
    if (!ref) {
      throw new InputError(
        'The catalog does not say where this pipeline comes from; register its catalog-info.yaml from a repository',
      );
    }
    const { type, target } = parseLocationRef(ref);
    if (type === 'url') {
      const folder = this.#integrations.resolveUrl({
        url: './',
        base: target,
      });
      return { type, target: folder };
    }
    if (type === 'file') {
      return { type, target: await this.#localFolder(target) };
    }
    throw new InputError(
      `The catalog has this pipeline from a location of type "${type}"; register its catalog-info.yaml from a repository`,
    );
  }

  /**
   * @param known - a revision whose content is not needed again
   * @returns undefined where that revision is still the present one
   */
  async read(
    location: RepositoryLocation,
    known?: string,
  ): Promise<RepositoryContent | undefined> {
    return location.type === 'url'
      ? this.#readUrl(location.target, known)
      : readLocal(location.target, known);
  }

  async #localFolder(target: string): Promise<string> {
    const outside = new InputError(
      `${target} is not in a local repository of this portal; register the pipeline from a Git host`,
    );
    if (!this.#localRepositories) throw outside;
    // Links count as what they point to.
    const [root, folder] = await Promise.all(
      [this.#localRepositories, path.dirname(target)].map(one =>
        fs.realpath(one).catch(() => undefined),
      ),
    );
    if (!root || !folder?.startsWith(root + path.sep)) throw outside;
    return folder;
  }

  async #readUrl(
    target: string,
    known: string | undefined,
  ): Promise<RepositoryContent | undefined> {
    try {
      const tree = await this.#urlReader.readTree(target, { etag: known });
      const found = await tree.files();
      if (found.length > MOST_FILES) throw tooLarge();
      const files: GeneratedFile[] = [];
      let bytes = 0;
      for (const file of found) {
        const content = await file.content();
        bytes += content.length;
        if (bytes > MOST_BYTES) throw tooLarge();
        // Nothing of a pipeline is anything but text.
        if (isUtf8(content)) {
          files.push({ path: file.path, content: content.toString('utf8') });
        }
      }
      return { revision: tree.etag, files };
    } catch (error) {
      if ((error as Error).name === 'NotModifiedError') return undefined;
      throw error;
    }
  }
}

async function readLocal(
  folder: string,
  known: string | undefined,
): Promise<RepositoryContent | undefined> {
  const revision = await committedRevision(folder);
  return revision === known
    ? undefined
    : { revision, files: await committedFiles(folder, revision) };
}

function tooLarge() {
  return new InputError(
    `It holds more than ${MOST_FILES} files or ${
      MOST_BYTES / 1_000_000
    } MB; give the pipeline a folder of its own`,
  );
}
