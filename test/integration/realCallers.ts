import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { Caller } from './callers';
import { Feature } from './startPortal';

const EXTERNAL_TOKEN = 'token-of-the-ci-1f0c9d4b7a';
const USER_HEADER = 'x-signed-in-user';

/** Signs in whom a proxy before the portal names, as such proxies do. */
const signIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'proxy',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'proxy',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize: () => {},
              authenticate: async ({ req }) => ({
                result: { user: String(req.header(USER_HEADER)) },
              }),
            }),
            signInResolver: ({ result: { user } }, context) =>
              context.issueToken({ claims: { sub: user, ent: [user] } }),
          }),
        });
      },
    });
  },
});

/**
 * Real sign-in: the auth plugin issues users' tokens, a plugin of the same
 * backend its own, the configuration an external one; and the real services
 * check them.
 */
export function realCallers() {
  let serviceToken: () => Promise<string>;
  const scaffolder = createBackendPlugin({
    pluginId: 'scaffolder',
    register(env) {
      env.registerInit({
        // With the router come the keys that others check its tokens with.
        deps: { auth: coreServices.auth, router: coreServices.httpRouter },
        async init({ auth }) {
          serviceToken = async () => {
            const { token } = await auth.getPluginRequestToken({
              onBehalfOf: await auth.getOwnServiceCredentials(),
              targetPluginId: 'data-pipelines',
            });
            return token;
          };
        },
      });
    },
  });
  const features: Feature[] = [
    authServiceFactory,
    httpAuthServiceFactory,
    userInfoServiceFactory,
    import('@backstage/plugin-auth-backend'),
    import('@backstage/plugin-auth-backend-module-guest-provider'),
    signIn,
    scaffolder,
  ];
  return {
    features,
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: {
        baseUrl: 'http://localhost:7007',
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: EXTERNAL_TOKEN, subject: 'ci' },
            },
          ],
        },
      },
      auth: {
        providers: {
          guest: { dangerouslyAllowOutsideDevelopment: true },
          proxy: {},
        },
      },
    },
    /** The Authorization header of each; new tokens each time. */
    async headers(
      backend: TestBackend,
    ): Promise<Record<Caller, string | undefined>> {
      const token = async (provider: string, user?: string) => {
        const response = await fetch(
          `http://localhost:${backend.server.port()}/api/auth/${provider}/refresh`,
          {
            headers: {
              'X-Requested-With': 'XMLHttpRequest',
              ...(user && { [USER_HEADER]: user }),
            },
          },
        );
        if (!response.ok) throw new Error(await response.text());
        const { backstageIdentity } = (await response.json()) as {
          backstageIdentity: { token: string };
        };
        return `Bearer ${backstageIdentity.token}`;
      };
      return {
        nobody: undefined,
        guest: await token('guest'),
        stranger: await token('proxy', 'user:default/stranger'),
        viewer: await token('proxy', 'user:default/viewer'),
        operator: await token('proxy', 'user:default/operator'),
        service: `Bearer ${await serviceToken()}`,
        external: `Bearer ${EXTERNAL_TOKEN}`,
      };
    },
  };
}
