import fs from 'node:fs';
import path from 'node:path';
import { run } from '../cluster/download';

/**
 * What cert-manager would write into a secret, signed by itself.
 * @param names - such as `IP:127.0.0.1` or `DNS:*.nodes.kafka.svc`
 */
export async function certificate(folder: string, names: string[]) {
  const crt = path.join(folder, 'tls.crt');
  const key = path.join(folder, 'tls.key');
  await run('openssl', [
    ...['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=test'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    ...['-addext', `subjectAltName=${names.join(',')}`],
    ...['-keyout', key, '-out', crt],
  ]);
  const text = (file: string) => fs.readFileSync(file, 'utf8');
  return { 'tls.crt': text(crt), 'tls.key': text(key), 'ca.crt': text(crt) };
}
