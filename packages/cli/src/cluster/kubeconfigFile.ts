import fs from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { CannotRun } from '../exitCodes';

/** A cluster in a kubeconfig. */
export interface ClusterEntry {
  server?: string;
  'certificate-authority'?: string;
  'certificate-authority-data'?: string;
  'insecure-skip-tls-verify'?: boolean;
  'tls-server-name'?: string;
  'proxy-url'?: string;
}

/** A user in a kubeconfig. */
export interface UserEntry {
  token?: string;
  tokenFile?: string;
  username?: string;
  password?: string;
  'client-certificate'?: string;
  'client-certificate-data'?: string;
  'client-key'?: string;
  'client-key-data'?: string;
  exec?: ExecEntry;
  'auth-provider'?: object;
}

/** A program that prints a credential. */
export interface ExecEntry {
  apiVersion?: string;
  command: string;
  args?: string[] | null;
  env?: Array<{ name: string; value: string }> | null;
  installHint?: string;
}

/** What a kubeconfig holds. */
export interface Kubeconfig {
  'current-context'?: string;
  contexts?: Array<{
    name: string;
    context: { cluster: string; user: string; namespace?: string };
  }>;
  clusters?: Array<{ name: string; cluster: ClusterEntry }>;
  users?: Array<{ name: string; user: UserEntry }>;
}

/** The kubeconfigs that are there, with absolute paths. */
export async function readKubeconfigs(files: string[]): Promise<Kubeconfig[]> {
  const configs: Kubeconfig[] = [];
  for (const file of files) {
    const text = await fs.readFile(file, 'utf8').catch(error => {
      if (error.code === 'ENOENT') return undefined;
      throw new CannotRun(`${file}: it cannot be read (${error.code}).`);
    });
    if (text === undefined) continue;
    try {
      configs.push(absolute((parse(text) ?? {}) as Kubeconfig, file));
    } catch {
      throw new CannotRun(`${file}: it is no kubeconfig; correct it.`);
    }
  }
  if (configs.length === 0) {
    throw new CannotRun(
      `${files.join(', ')}: there is no kubeconfig; name one in KUBECONFIG.`,
    );
  }
  return configs;
}

/** Paths in a file are relative to it. */
function absolute(config: Kubeconfig, file: string): Kubeconfig {
  const folder = path.dirname(path.resolve(file));
  const at = (name?: string) => name && path.resolve(folder, name);
  return {
    ...config,
    clusters: config.clusters?.map(({ name, cluster }) => ({
      name,
      cluster: {
        ...cluster,
        'certificate-authority': at(cluster['certificate-authority']),
      },
    })),
    users: config.users?.map(({ name, user }) => ({
      name,
      user: {
        ...user,
        'client-certificate': at(user['client-certificate']),
        'client-key': at(user['client-key']),
        tokenFile: at(user.tokenFile),
        exec: user.exec && {
          ...user.exec,
          command: /[/\\]/.test(user.exec.command)
            ? path.resolve(folder, user.exec.command)
            : user.exec.command,
        },
      },
    })),
  };
}

/** The first file that has an entry wins, as with kubectl. */
export function findEntry<K extends 'contexts' | 'clusters' | 'users'>(
  configs: Kubeconfig[],
  key: K,
  name: string,
): NonNullable<Kubeconfig[K]>[number] | undefined {
  for (const config of configs) {
    const entries = config[key] as Array<{ name: string }> | undefined;
    const found = entries?.find(entry => entry.name === name);
    if (found) return found as NonNullable<Kubeconfig[K]>[number];
  }
  return undefined;
}
