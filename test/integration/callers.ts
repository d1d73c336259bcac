import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

/** Everybody who may come to the API. */
export const CALLERS = {
  nobody: mockCredentials.none.header(),
  guest: mockCredentials.user.header('user:development/guest'),
  /** Signed in, with no permission at all. */
  stranger: mockCredentials.user.header('user:default/stranger'),
  /** May see one pipeline of two. */
  viewer: mockCredentials.user.header('user:default/viewer'),
  operator: mockCredentials.user.header('user:default/operator'),
  service: service('plugin:scaffolder'),
  external: service('external:ci'),
} as const;

function service(subject: string) {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'data-pipelines',
  });
}

/** One of them. */
export type Caller = keyof typeof CALLERS;

/** A policy as an adopter may have it. */
export const permissions = mockServices.permissions.mock({
  authorize: async (requests, { credentials }) =>
    requests.map(({ permission }) => {
      const { result } = decide(permission, credentials);
      return {
        // Without the entity a condition lets nobody through.
        result:
          result === AuthorizeResult.ALLOW
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      };
    }),
  authorizeConditional: async (requests, { credentials }) =>
    requests.map(({ permission }) => decide(permission, credentials)),
});

function decide(
  permission: Permission,
  { principal }: BackstageCredentials,
): PolicyDecision {
  switch (nameOf(principal)) {
    case 'user:default/operator':
      return { result: AuthorizeResult.ALLOW };
    case 'user:default/viewer':
      return permission.name === catalogEntityReadPermission.name
        ? createCatalogConditionalDecision(catalogEntityReadPermission, {
            anyOf: [
              catalogConditions.hasMetadata({
                key: 'name',
                value: 'clickstream',
              }),
              catalogConditions.hasAnnotation({
                annotation: 'headworks.dev/pipeline',
                value: 'clickstream',
              }),
            ],
          })
        : { result: AuthorizeResult.DENY };
    case undefined:
      // Services are trusted, within what their tokens are restricted to.
      return { result: AuthorizeResult.ALLOW };
    default:
      return { result: AuthorizeResult.DENY };
  }
}

function nameOf(principal: unknown): string | undefined {
  return typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
    ? String(principal.userEntityRef)
    : undefined;
}
