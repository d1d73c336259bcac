import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { NotFoundError, ResponseError } from '@backstage/errors';
import { AccessibleCluster, ClusterAccess } from './ClusterAccess';

/** These ask for a token of the signed-in user; a background watch has none. */
const NEEDS_USER = ['google', 'aks', 'oidc'];

/** Milliseconds for which the portal's own token is sent again; it is good for an hour. */
const TOKEN_KEPT = 60_000;

const NO_KUBERNETES =
  'This backend has no Kubernetes plugin, or no section "kubernetes" in its configuration. Add @backstage/plugin-kubernetes-backend and name your clusters there';

/**
 * Reaches clusters through the Kubernetes plugin's proxy, so every locator and
 * server-side authentication strategy of an installation works.
 */
export class ProxyClusterAccess implements ClusterAccess {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  #token: { text: string; at: number } | undefined;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async listClusters(): Promise<AccessibleCluster[]> {
    const base = await this.#discovery.getBaseUrl('kubernetes');
    const response = this.#noted(
      await fetch(`${base}/clusters`, { headers: await this.#headers() }),
    );
    if (response.status === 404) throw new NotFoundError(NO_KUBERNETES);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { items } = (await response.json()) as {
      items: Array<{ name: string; authProvider: string }>;
    };
    return items.map(({ name, authProvider }) =>
      NEEDS_USER.includes(authProvider)
        ? {
            name,
            unsupported: `Cluster ${name} is configured with authProvider "${authProvider}", which works only for a signed-in user. Configure a server-side authProvider such as serviceAccount to watch its pipelines.`,
          }
        : { name },
    );
  }

  async get(
    cluster: string,
    path: string,
    options: { signal: AbortSignal },
  ): Promise<Response> {
    const base = await this.#discovery.getBaseUrl('kubernetes');
    const response = await fetch(`${base}/proxy${path}`, {
      signal: options.signal,
      // It would lead away from the cluster that was asked.
      redirect: 'manual',
      headers: {
        ...(await this.#headers()),
        'Backstage-Kubernetes-Cluster': cluster,
        Accept: 'application/json',
        // A compressed watch would be held back until it ends.
        'Accept-Encoding': 'identity',
      },
    });
    return this.#noted(response);
  }

  /** A signature for each of many requests a second is work that answers wait for. */
  async #headers() {
    const now = performance.now();
    if (!this.#token || now - this.#token.at > TOKEN_KEPT) {
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      });
      this.#token = { text: token, at: now };
    }
    return { Authorization: `Bearer ${this.#token.text}` };
  }

  /** Whoever does not know the token may know the next one. */
  #noted(response: Response): Response {
    if (response.status === 401) this.#token = undefined;
    return response;
  }
}
