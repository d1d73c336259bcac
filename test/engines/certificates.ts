import fs from 'node:fs';
import path from 'node:path';
import { run } from '../cluster/download';

/** A certificate and its key, as PEM. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** A CA for one test, and what it signs. */
export class CertificateAuthority {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async create(folder: string): Promise<CertificateAuthority> {
    fs.mkdirSync(folder, { recursive: true });
    const authority = new CertificateAuthority(folder);
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
      ...['-subj', '/CN=ca'],
      ...['-keyout', authority.#file('ca.key')],
      ...['-out', authority.#file('ca.crt')],
    ]);
    return authority;
  }

  get certificate(): string {
    return fs.readFileSync(this.#file('ca.crt'), 'utf8');
  }

  /** For a common name, good for this machine's loopback address. */
  async sign(name: string): Promise<Certificate> {
    const [key, request, certificate] = ['key', 'csr', 'crt'].map(ending =>
      this.#file(`${name}.${ending}`),
    );
    await run('openssl', [
      ...['req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`],
      ...['-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'],
      ...['-keyout', key, '-out', request],
    ]);
    await run('openssl', [
      ...['x509', '-req', '-in', request, '-days', '2', '-out', certificate],
      ...['-CA', this.#file('ca.crt'), '-CAkey', this.#file('ca.key')],
      ...['-CAcreateserial', '-copy_extensions', 'copy'],
    ]);
    return {
      certificate: fs.readFileSync(certificate, 'utf8'),
      key: fs.readFileSync(key, 'utf8'),
    };
  }

  #file(name: string) {
    return path.join(this.#folder, name);
  }
}
