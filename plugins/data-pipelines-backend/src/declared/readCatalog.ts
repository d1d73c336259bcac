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
  'metadata.etag',
  'metadata.title',
  'metadata.annotations',
  'relations',
  'spec.type',
  'spec.subcomponentOf',
];

const PAGE = 500;
/** Where nobody waits: while one is unpacked nobody else is answered. */
const SMALL_PAGE = 200;

/**
 * Every pipeline, job and topic of the catalog, page by page.
 *
 * @param options - `rest`: called after each page with the milliseconds that
 * it took; the next waits for it
 */
export async function readCatalog(
  catalog: CatalogService,
  credentials: BackstageCredentials,
  options: { rest?: (took: number) => Promise<void> } = {},
): Promise<Entity[]> {
  const { rest } = options;
  const limit = rest ? SMALL_PAGE : PAGE;
  const entities: Entity[] = [];
  let cursor: string | undefined;
  do {
    const began = Date.now();
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, fields: FIELDS, limit }
        : { filter: FILTER, fields: FIELDS, limit },
      { credentials },
    );
    entities.push(...page.items);
    cursor = page.pageInfo.nextCursor;
    if (cursor) await rest?.(Date.now() - began);
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
