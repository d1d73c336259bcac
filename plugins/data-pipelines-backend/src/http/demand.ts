import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';

/** Lets through those who have a permission. */
export type Demand = (
  permission: BasicPermission,
  credentials: BackstageCredentials,
  /** What is refused, such as `take savepoints`. */
  what: string,
) => Promise<void>;

/** @returns a function that throws NotAllowedError, naming the permission */
export function demandOf(
  permissions: Pick<PermissionsService, 'authorize'>,
): Demand {
  return async (permission, credentials, what) => {
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not ${what}; ask for the permission ${permission.name}`,
      );
    }
  };
}
