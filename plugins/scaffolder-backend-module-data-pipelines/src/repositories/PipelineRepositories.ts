import fs from 'node:fs/promises';
import path from 'node:path';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { TYPE_PIPELINE } from '@headworks/backstage-plugin-data-pipelines-common';
import { git } from '../git/git';
import { gitHubParts, gitLabParts } from './partsOf';

/** Where a pipeline's files are in Git. */
export type PipelineRepository = LocalRepository | HostedRepository;

/** On the portal's own disk: the playground. */
export interface LocalRepository {
  kind: 'local';
  /** Folder with `.git`. */
  root: string;
  /** The pipeline's folder in it; empty for all of it. */
  folder: string;
}

/** On a Git host. */
export interface HostedRepository {
  /** What Backstage's integration calls it, such as `github`. */
  kind: string;
  /** The pipeline's folder, for a UrlReader. */
  target: string;
  /** On GitHub and GitLab, as the scaffolder has it: `github.com?owner=acme&repo=orders`. */
  repoUrl?: string;
  /** There, too: the branch that the catalog reads. */
  branch?: string;
  /** There, too: the pipeline's folder; empty for all of it. */
  folder?: string;
}

/** Finds the repository that the catalog has a pipeline from. */
export class PipelineRepositories {
  readonly #catalog: CatalogService;
  readonly #integrations: ScmIntegrationRegistry;
  readonly #local: string | undefined;

  constructor(options: {
    catalog: CatalogService;
    integrations: ScmIntegrationRegistry;
    /** The only folder below which the portal's own disk is used. */
    localRepositories: string | undefined;
  }) {
    this.#catalog = options.catalog;
    this.#integrations = options.integrations;
    this.#local = options.localRepositories;
  }

  /**
   * @param entityRef - of a pipeline that the person may see
   * @throws InputError that says what to choose instead
   */
  async find(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<{ entity: Entity; repository: PipelineRepository }> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (entity?.spec?.type !== TYPE_PIPELINE) {
      throw new InputError(
        `Pipeline: ${entityRef} ${
          entity ? 'is not a data pipeline' : 'is not in the catalog'
        }; choose a pipeline of the catalog`,
      );
    }
    return { entity, repository: await this.#locate(entity) };
  }

  /**
   * Only the annotation that the catalog itself sets counts: an author could
   * point `backstage.io/source-location` at anything that the portal can read.
   */
  async #locate(entity: Entity): Promise<PipelineRepository> {
    const ref = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
    const { type, target } = ref
      ? parseLocationRef(ref)
      : { type: 'nothing', target: '' };
    if (type === 'file') return this.#locateLocal(target);
    const integration =
      type === 'url' ? this.#integrations.byUrl(target) : undefined;
    if (!integration) {
      throw new InputError(
        `Pipeline: the portal has no Git host for its location ${
          ref || '(none)'
        }; register its catalog-info.yaml from a repository`,
      );
    }
    return {
      kind: integration.type,
      target: this.#integrations.resolveUrl({ url: './', base: target }),
      ...(integration.type === 'github' && gitHubParts(target)),
      ...(integration.type === 'gitlab' &&
        gitLabParts(target, this.#integrations)),
    };
  }

  async #locateLocal(target: string): Promise<LocalRepository> {
    // Links count as what they point to.
    const [root, folder] = await Promise.all(
      [this.#local ?? '', path.dirname(target)].map(one =>
        fs.realpath(one).catch(() => undefined),
      ),
    );
    if (!this.#local || !root || !folder?.startsWith(root + path.sep)) {
      throw new InputError(
        `Pipeline: ${target} is not in a local repository of this portal; register it from a Git host`,
      );
    }
    const top = await git(folder, 'rev-parse', '--show-toplevel');
    if (!top.startsWith(root + path.sep)) {
      throw new InputError(
        `Pipeline: ${folder} is no Git repository of its own; commit it to one`,
      );
    }
    return {
      kind: 'local',
      root: top,
      folder: normal(path.relative(top, folder)),
    };
  }
}

function normal(folder: string): string {
  return folder === '.' ? '' : folder;
}
