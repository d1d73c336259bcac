import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** @throws NotFoundError also where the viewer may not see it */
export async function findComponent(
  catalog: CatalogService,
  ref: { namespace: string; name: string },
  credentials: BackstageCredentials,
): Promise<Entity> {
  const entityRef = stringifyEntityRef({ kind: 'component', ...ref });
  const entity = await catalog.getEntityByRef(entityRef, { credentials });
  if (!entity) {
    throw new NotFoundError(
      `${entityRef} is not in the catalog, or you may not see it`,
    );
  }
  return entity;
}
