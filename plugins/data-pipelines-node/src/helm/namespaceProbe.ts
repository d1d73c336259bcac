import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** What the probe fails with; Helm wraps it in words of its own. */
export const NO_NAMESPACE = 'headworks: no such namespace';

/**
 * A chart that renders nothing and fails where its namespace is missing:
 * Helm's own dry run does not look.
 */
export async function withNamespaceProbe<T>(
  use: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-probe-'));
  try {
    await fs.mkdir(path.join(dir, 'templates'));
    await fs.writeFile(
      path.join(dir, 'Chart.yaml'),
      'apiVersion: v2\nname: probe\nversion: 0.0.0\n',
    );
    await fs.writeFile(
      path.join(dir, 'templates/namespace.yaml'),
      `{{- if not (lookup "v1" "Namespace" "" .Release.Namespace) }}{{ fail "${NO_NAMESPACE}" }}{{ end }}\n`,
    );
    return await use(dir);
  } finally {
    await fs.rm(dir, { recursive: true, force: true });
  }
}
