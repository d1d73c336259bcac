import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ENVIRONMENTS,
  Environment,
  EnvironmentDrift,
  parseEnvironments,
  PipelineDrift,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { findPipeline } from '../service/findPipeline';
import { environmentDrift } from './environmentDrift';
import { LiveReader } from './LiveReader';
import { RepositoryAnalysis, RepositoryAnalyst } from './RepositoryAnalyst';
import { RepositoryReader } from './RepositoryReader';
import { Shared } from './Shared';

/** A cluster is asked again after this time, in milliseconds. */
const LIVE = 15_000;
/** And sooner, but not more often than this, where objects are seen to change. */
const LIVE_CHANGING = 3_000;

/** How pipelines stand to today's charts and to what is live. */
export class DriftService {
  readonly #catalog: CatalogService;
  readonly #reader: RepositoryReader;
  readonly #analyst: RepositoryAnalyst;
  readonly #live: LiveReader;
  readonly #environments = new Shared<EnvironmentDrift>({
    milliseconds: LIVE,
    pause: LIVE_CHANGING,
  });
  /** pipeline → when one of its objects changed */
  readonly #changedAt = new Map<string, number>();

  constructor(options: {
    catalog: CatalogService;
    reader: RepositoryReader;
    analyst: RepositoryAnalyst;
    live: LiveReader;
  }) {
    this.#catalog = options.catalog;
    this.#reader = options.reader;
    this.#analyst = options.analyst;
    this.#live = options.live;
  }

  /** @param names - pipelines of which objects changed in a cluster */
  changed(names: Iterable<string>) {
    const now = Date.now();
    for (const name of names) this.#changedAt.set(name, now);
  }

  async drift(
    ref: { namespace: string; name: string },
    credentials: BackstageCredentials,
  ): Promise<PipelineDrift> {
    const entity = await findPipeline(this.#catalog, ref, credentials);
    const entityRef = stringifyEntityRef(entity);
    const environments = environmentsOf(entity);
    let location = '';
    try {
      const at = await this.#reader.locate(entity);
      location = at.target;
      const analysis = await this.#analyst.analyse(at, environments);
      return {
        entityRef,
        repository: { location },
        chart: analysis.chart,
        environments: await Promise.all(
          environments.map(environment =>
            this.#environment(entity, environment, analysis),
          ),
        ),
      };
    } catch (error) {
      // The page has more to show than this.
      const problem = `The repository cannot be read: ${
        (error as Error).message
      }`;
      return {
        entityRef,
        repository: { location, problem },
        environments: environments.map(environment => ({
          environment,
          problem: 'What Git says is not known',
          objects: [],
        })),
      };
    }
  }

  #environment(
    entity: Entity,
    environment: Environment,
    { revision, renderings }: RepositoryAnalysis,
  ): Promise<EnvironmentDrift> {
    const key = JSON.stringify([
      stringifyEntityRef(entity),
      environment,
      revision,
    ]);
    const pipeline = entity.metadata.name;
    return this.#environments.get(
      key,
      () =>
        environmentDrift({
          pipeline,
          environment,
          rendering: renderings.get(environment.name)!,
          live: this.#live,
        }),
      this.#changedAt.get(pipeline),
    );
  }
}

/** None where the annotation cannot be read: the page says so already. */
function environmentsOf(entity: Entity): Environment[] {
  try {
    return parseEnvironments(
      entity.metadata.annotations?.[ANNOTATION_ENVIRONMENTS],
    );
  } catch {
    return [];
  }
}
