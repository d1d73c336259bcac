import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { TYPE_PIPELINE } from '@headworks/backstage-plugin-data-pipelines-common';
import { findComponent } from './findComponent';

/** @throws NotFoundError also where the viewer may not see it, or it is none */
export async function findPipeline(
  catalog: CatalogService,
  ref: { namespace: string; name: string },
  credentials: BackstageCredentials,
): Promise<Entity> {
  const entity = await findComponent(catalog, ref, credentials);
  if (entity.spec?.type !== TYPE_PIPELINE) {
    throw new NotFoundError(
      `${stringifyEntityRef(entity)} is not a data pipeline`,
    );
  }
  return entity;
}
