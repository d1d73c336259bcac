import { createHash } from 'node:crypto';
import {
  BackstageCredentials,
  BackstagePrincipalTypes,
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TYPE_PIPELINE } from '@headworks/backstage-plugin-data-pipelines-common';

/** Milliseconds after which an answer is asked for anew, while the one known is still good. */
const ASK_AGAIN = 15_000;
/** Milliseconds that an answer is good for, at most. */
const KEPT = 20_000;
/** Viewers at once whose answers are kept. */
const VIEWERS = 10_000;
const PAGE = 500;

interface Kept {
  /** When it is asked for anew (ms). */
  askAgain: number;
  /** Until when it is good (ms). */
  until: number;
  answer: Promise<unknown>;
}

/** What one viewer may see. */
export interface Visible {
  has(ref: string): boolean;
  /** Another id where the viewer may see other pipelines. */
  id: string;
}

const EVERYTHING: Visible = { has: () => true, id: 'all' };
const NOTHING: Visible = { has: () => false, id: 'none' };

function only(refs: ReadonlySet<string>): Visible {
  const text = [...refs].sort().join();
  const id = createHash('sha256').update(text).digest('base64url');
  return { has: ref => refs.has(ref), id: id.slice(0, 12) };
}

/**
 * Which entities a viewer may see: what the catalog's own permission says,
 * asked about every fifteen seconds a viewer. Nobody waits for it again who was
 * here a moment ago: what he may see is what he might 20 seconds before, at
 * most. Where the policy allows or denies all, the catalog is not asked at all.
 */
export class Visibility {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #kept = new Map<string, Kept>();

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  /** The pipelines that the viewer may see. */
  async pipelines(credentials: BackstageCredentials): Promise<Visible> {
    const viewer = this.#viewer(credentials);
    return (
      (await this.#decided(viewer, credentials)) ??
      this.#once(`${viewer} pipelines`, async () =>
        only(await this.#list(credentials)),
      )
    );
  }

  /** Which of these entities the viewer may see; `key` names the list. */
  async among(
    key: string,
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Visible> {
    const viewer = this.#viewer(credentials);
    return (
      (await this.#decided(viewer, credentials)) ??
      this.#once(`${viewer} ${key} ${refs.length}`, async () =>
        only(await this.#listAmong(refs, credentials)),
      )
    );
  }

  /** Undefined where it depends on the entity. */
  #decided(
    viewer: string,
    credentials: BackstageCredentials,
  ): Promise<Visible | undefined> {
    return this.#once(`${viewer} decision`, async () => {
      const [{ result }] = await this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        { credentials },
      );
      switch (result) {
        case AuthorizeResult.ALLOW:
          return EVERYTHING;
        case AuthorizeResult.DENY:
          return NOTHING;
        default:
          return undefined;
      }
    });
  }

  async #listAmong(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...refs], fields: ['kind', 'metadata'] },
      { credentials },
    );
    return new Set(
      items.flatMap(entity => (entity ? [stringifyEntityRef(entity)] : [])),
    );
  }

  async #list(credentials: BackstageCredentials): Promise<Set<string>> {
    const refs = new Set<string>();
    const fields = ['kind', 'metadata.name', 'metadata.namespace'];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, fields, limit: PAGE }
          : {
              filter: { kind: 'Component', 'spec.type': TYPE_PIPELINE },
              fields,
              limit: PAGE,
            },
        { credentials },
      );
      page.items.forEach(entity => refs.add(stringifyEntityRef(entity)));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return refs;
  }

  #viewer(credentials: BackstageCredentials): string {
    const is = <T extends keyof BackstagePrincipalTypes>(type: T) =>
      this.#auth.isPrincipal(credentials, type);
    if (is('user')) {
      const { principal } = credentials as BackstageCredentials<
        BackstagePrincipalTypes['user']
      >;
      return `user ${principal.userEntityRef}`;
    }
    if (is('service')) {
      const { principal } = credentials as BackstageCredentials<
        BackstagePrincipalTypes['service']
      >;
      // Two tokens of one service may be restricted differently.
      return `service ${principal.subject} ${JSON.stringify(
        principal.accessRestrictions ?? {},
      )}`;
    }
    return 'nobody';
  }

  async #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const now = Date.now();
    const known = this.#kept.get(key);
    if (!known || known.until <= now) return this.#ask(key, ask);
    if (known.askAgain <= now) {
      known.askAgain = Infinity;
      // What fails here is told to who asks when the known answer is too old.
      this.#ask(key, ask, known).catch(() => {});
    }
    return known.answer as Promise<T>;
  }

  /**
   * Failures are not kept.
   *
   * @param known - what is good until the new answer is there
   */
  async #ask<T>(key: string, ask: () => Promise<T>, known?: Kept): Promise<T> {
    const now = Date.now();
    if (this.#kept.size >= VIEWERS) this.#forget(now);
    const answer = ask();
    // Who came together is not asked for again together.
    const askAgain = now + ASK_AGAIN * (1 - Math.random() / 4);
    const kept = { askAgain, until: now + KEPT, answer };
    if (!known) this.#kept.set(key, kept);
    try {
      const said = await answer;
      // What was asked for since is newer.
      if (known && this.#kept.get(key) === known) this.#kept.set(key, kept);
      return said;
    } catch (error) {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
      throw error;
    }
  }

  #forget(now: number) {
    for (const [key, { until }] of this.#kept) {
      if (until <= now) this.#kept.delete(key);
    }
    if (this.#kept.size >= VIEWERS) this.#kept.clear();
  }
}
