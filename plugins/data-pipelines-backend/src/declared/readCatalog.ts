import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  TYPE_FLINK_JOB,
  TYPE_KAFKA_TOPIC,
  TYPE_PIPELINE,
  TYPE_SPARK_JOB,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** Types of the entities that a pipeline is made of. */
export const PART_TYPES = [TYPE_FLINK_JOB, TYPE_SPARK_JOB, TYPE_KAFKA_TOPIC];

/** With their kinds: templates that make pipelines have the same type. */
const FILTER = [
  { kind: 'Component', 'spec.type': [TYPE_PIPELINE, ...PART_TYPES] },
  { kind: 'Resource', 'spec.type': PART_TYPES },
];

const FIELDS = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
  'spec.type',
  'spec.subcomponentOf',
];

const PAGE = 500;

/** Every pipeline, job and topic of the catalog, page by page. */
export async function readCatalog(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<Entity[]> {
  const entities: Entity[] = [];
  let cursor: string | undefined;
  do {
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, fields: FIELDS, limit: PAGE }
        : {
            filter: FILTER,
            fields: FIELDS,
            limit: PAGE,
          },
      { credentials },
    );
    entities.push(...page.items);
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return entities;
}

/** How many pipelines, jobs and topics there are: cheap to ask. */
export async function countCatalog(
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<number> {
  const { totalItems } = await catalog.queryEntities(
    {
      filter: FILTER,
      fields: ['metadata.name'],
      limit: 0,
    },
    { credentials },
  );
  return totalItems;
}
