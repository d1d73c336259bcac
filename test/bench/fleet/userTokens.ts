import { generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import knexFactory from 'knex';
import { Postgres } from '../../database/postgres';

const KEY_ID = 'bench';
const HOURS = 12;

/** Signs in as many users as a benchmark needs, as the auth backend would. */
export interface UserTokens {
  /** The portal's `auth.keyStore`. */
  keyStore: object;
  /** @param name - one of {@link USERS} */
  token(name: string): string;
}

/** Who looks. */
export const USERS = [
  'watcher',
  'reader',
  ...Array.from({ length: 100 }, (_, i) => `viewer-${i}`),
];

/** What the auth backend notes of each user who signs in. */
export async function noteSignIns(postgres: Postgres): Promise<void> {
  const knex = knexFactory({
    client: 'pg',
    connection: postgres.connection('backstage_plugin_auth'),
  });
  const now = new Date().toISOString();
  const rows = USERS.map(name => {
    const sub = refOf(name);
    return {
      user_entity_ref: sub,
      user_info: JSON.stringify({ claims: { sub, ent: [sub] } }),
      updated_at: now,
    };
  });
  await knex('user_info').insert(rows).onConflict('user_entity_ref').merge();
  await knex.destroy();
}

function refOf(name: string): string {
  return `user:default/${name}`;
}

/** Makes a key pair that the portal signs and trusts tokens with. */
export function userTokens(options: {
  home: string;
  issuer: string;
}): UserTokens {
  const { home, issuer } = options;
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const publicKeyFile = path.join(home, 'auth.pub');
  const privateKeyFile = path.join(home, 'auth.key');
  fs.writeFileSync(
    publicKeyFile,
    publicKey.export({ type: 'spki', format: 'pem' }),
  );
  fs.writeFileSync(
    privateKeyFile,
    privateKey.export({ type: 'pkcs8', format: 'pem' }),
    { mode: 0o600 },
  );
  return {
    keyStore: {
      provider: 'static',
      static: { keys: [{ keyId: KEY_ID, publicKeyFile, privateKeyFile }] },
    },
    token: name => tokenOf({ sub: refOf(name), issuer, privateKey }),
  };
}

function tokenOf(options: {
  sub: string;
  issuer: string;
  privateKey: KeyObject;
}): string {
  const { sub, issuer: iss, privateKey } = options;
  const iat = Math.floor(Date.now() / 1000);
  const times = { iat, exp: iat + HOURS * 3600 };
  // The proof by which backends act on behalf of the user.
  const proof = signed(
    { typ: 'vnd.backstage.limited-user', alg: 'ES256', kid: KEY_ID },
    { sub, ...times },
    privateKey,
  ).split('.')[2];
  return signed(
    { typ: 'vnd.backstage.user', alg: 'ES256', kid: KEY_ID },
    { iss, sub, ent: [sub], aud: 'backstage', ...times, uip: proof },
    privateKey,
  );
}

function signed(header: object, payload: object, key: KeyObject): string {
  const text = [header, payload]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(text), {
    key,
    dsaEncoding: 'ieee-p1363',
  });
  return `${text}.${signature.toString('base64url')}`;
}
