import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ENVIRONMENTS,
  Environment,
  parseEnvironments,
  TYPE_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { IsClaimed } from './unclaimed';

/** Which places the pipelines of the whole catalog declare, whoever may see them. */
export async function catalogClaims(options: {
  auth: AuthService;
  catalog: CatalogService;
}): Promise<IsClaimed> {
  const { auth, catalog } = options;
  const { items } = await catalog.getEntities(
    {
      filter: { kind: 'component', 'spec.type': TYPE_PIPELINE },
      fields: ['metadata.name', 'metadata.annotations'],
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  const declared = new Map<string, Environment[]>();
  for (const { metadata } of items) {
    declared.set(metadata.name, [
      ...(declared.get(metadata.name) ?? []),
      ...environmentsIn(metadata.annotations?.[ANNOTATION_ENVIRONMENTS]),
    ]);
  }
  return ({ cluster, environment, namespace, pipeline }) =>
    (declared.get(pipeline) ?? []).some(
      one =>
        one.cluster === cluster &&
        // Topics and users live beside their Kafka, in another namespace.
        (one.namespace === namespace || one.name === environment),
    );
}

/** An annotation that cannot be read claims nothing; its page says why. */
function environmentsIn(annotation: string | undefined): Environment[] {
  try {
    return parseEnvironments(annotation);
  } catch {
    return [];
  }
}
