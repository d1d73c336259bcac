import fs from 'node:fs';
import { stringify } from 'yaml';

/** Writes a kubeconfig with one cluster and one token, readable by its owner only. */
export function writeKubeconfig(options: {
  file: string;
  url: string;
  caData: string;
  token: string;
}): void {
  const name = 'playground';
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    contexts: [{ name, context: { cluster: name, user: name } }],
    clusters: [
      {
        name,
        cluster: {
          server: options.url,
          'certificate-authority-data': options.caData,
        },
      },
    ],
    users: [{ name, user: { token: options.token } }],
  };
  fs.writeFileSync(options.file, stringify(config), { mode: 0o600 });
  fs.chmodSync(options.file, 0o600);
}
