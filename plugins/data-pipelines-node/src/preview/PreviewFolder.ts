import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { writeFiles } from '../generator';
import { vendoredPath } from './vendored';

/** What our charts bring to a pipeline's folder. */
const SHARED = ['charts', 'templates', 'values.schema.json'];

/**
 * Our charts in a temporary folder, written once. Each pipeline is a small
 * folder beside them that points to them, so several can be rendered at once.
 */
export class PreviewFolder {
  readonly #charts: readonly GeneratedFile[];
  #root: Promise<string> | undefined;

  constructor(charts: readonly GeneratedFile[]) {
    this.#charts = charts;
  }

  /** Runs `use` with a folder that holds a pipeline's own files, over our charts. */
  async with<T>(
    files: readonly GeneratedFile[],
    use: (dir: string) => Promise<T>,
  ): Promise<T> {
    this.#root ??= this.#write();
    const root = await this.#root;
    const dir = await fs.mkdtemp(path.join(root, 'pipeline-'));
    try {
      await writeFiles(dir, files);
      for (const name of SHARED) {
        await fs.symlink(path.join('..', name), path.join(dir, name));
      }
      return await use(dir);
    } finally {
      await fs.rm(dir, { recursive: true, force: true });
    }
  }

  async remove(): Promise<void> {
    const root = this.#root;
    this.#root = undefined;
    if (root) await fs.rm(await root, { recursive: true, force: true });
  }

  async #write(): Promise<string> {
    const root = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-preview-'));
    await writeFiles(
      root,
      this.#charts.map(file => ({ ...file, path: vendoredPath(file) })),
    );
    return root;
  }
}
