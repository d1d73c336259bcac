import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';

/** What of a package.json a registry tells. */
interface Manifest {
  name: string;
  version: string;
}

interface Published {
  manifest: Manifest;
  bytes: Buffer;
}

/**
 * A npm registry on loopback that has our packed plugins and nothing else, as
 * if they were published long ago.
 */
export class SimulatedRegistry {
  readonly #packages = new Map<string, Published>();
  readonly #server = http.createServer((request, response) => {
    const wanted = decodeURIComponent(request.url!.slice(1));
    const [name, file] = wanted.split('/-/');
    const found = this.#packages.get(name);
    if (!found) {
      response.writeHead(404).end();
    } else if (file) {
      response.end(found.bytes);
    } else {
      response.end(JSON.stringify(this.#document(found)));
    }
  });

  private constructor(tarballs: string[]) {
    for (const tarball of tarballs) {
      const manifest = JSON.parse(
        execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], {
          encoding: 'utf8',
        }),
      ) as Manifest;
      const bytes = fs.readFileSync(tarball);
      this.#packages.set(manifest.name, { manifest, bytes });
    }
  }

  static async start(tarballs: string[]): Promise<SimulatedRegistry> {
    const registry = new SimulatedRegistry(tarballs);
    await new Promise<void>(resolve =>
      registry.#server.listen(0, '127.0.0.1', resolve),
    );
    return registry;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #document({ manifest, bytes }: Published) {
    const { name, version } = manifest;
    const file = `${path.posix.basename(name)}-${version}.tgz`;
    return {
      name,
      'dist-tags': { latest: version },
      versions: {
        [version]: {
          ...manifest,
          dist: {
            tarball: `${this.url}/${name}/-/${file}`,
            shasum: createHash('sha1').update(bytes).digest('hex'),
            integrity: `sha512-${createHash('sha512')
              .update(bytes)
              .digest('base64')}`,
          },
        },
      },
      // New apps wait some days before they take a release.
      time: { [version]: '2026-01-01T00:00:00.000Z' },
    };
  }
}
