import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { FoundAnswer } from '@headworks/backstage-plugin-data-pipelines-common';
import { Claims } from './Claims';
import { EntityOptions, entitiesOf } from './entitiesOf';
import { keptEntities } from './keptEntities';

const NAME = 'headworks-found-pipelines';
const LOCATION = `url:headworks://${NAME}`;

/**
 * Offers pipelines that clusters show and that nobody registered. An entity
 * from Git is never shadowed: a pipeline that is declared anywhere else is
 * left out, and ours carry no location key, so that the catalog hands them
 * over to whoever registers the same ref later.
 */
export class FoundPipelinesProvider implements EntityProvider {
  readonly #find: () => Promise<FoundAnswer>;
  readonly #catalog: () => Promise<Entity[]>;
  readonly #options: EntityOptions;
  readonly #logger: LoggerService;
  readonly #schedule: SchedulerServiceTaskRunner;

  constructor(options: {
    /** Asks for what clusters show. */
    find: () => Promise<FoundAnswer>;
    /** Asks for all pipelines, jobs and topics that the catalog has. */
    catalog: () => Promise<Entity[]>;
    entities: EntityOptions;
    logger: LoggerService;
    schedule: SchedulerServiceTaskRunner;
  }) {
    this.#find = options.find;
    this.#catalog = options.catalog;
    this.#options = options.entities;
    this.#logger = options.logger;
    this.#schedule = options.schedule;
  }

  getProviderName() {
    return NAME;
  }

  async connect(connection: EntityProviderConnection) {
    await this.#schedule.run({
      id: `${NAME}-refresh`,
      fn: async () => {
        try {
          await this.#refresh(connection);
        } catch (error) {
          // What was found before stays: no answer is no proof of absence.
          this.#logger.warn(`Pipelines in clusters were not read: ${error}`);
        }
      },
    });
  }

  async #refresh(connection: EntityProviderConnection) {
    const { items, incomplete } = await this.#find();
    const known = await this.#catalog();
    const claims = new Claims(known.filter(entity => !isFound(entity)));
    // Half read, a pipeline would lose its topics for a moment.
    const unread = new Set(incomplete);
    const kept = keptEntities(known.filter(isFound), incomplete);
    const stays = new Set(kept.map(entity => stringifyEntityRef(entity)));
    const found = items
      .filter(pipeline => !claims.has(pipeline))
      .filter(({ environments }) =>
        environments.every(({ cluster }) => !unread.has(cluster)),
      )
      .map(pipeline => entitiesOf(pipeline, this.#options))
      .filter(([pipeline]) => !stays.has(stringifyEntityRef(pipeline)))
      .flat();
    const entities = [...found, ...kept];
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity: located(entity) })),
    });
  }
}

/** True for an entity that this provider made. */
export function isFound(entity: Entity): boolean {
  return entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] === LOCATION;
}

function located(entity: Entity): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
      },
    },
  };
}
