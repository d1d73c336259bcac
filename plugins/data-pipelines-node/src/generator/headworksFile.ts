import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import Ajv from 'ajv';
import {
  CiSystem,
  GeneratedFile,
  GitopsSpec,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { helmDocument, printDocument, readMap } from './yaml/helmDocument';

/** Where the generator remembers what values cannot say. */
export const HEADWORKS_FILE = '.headworks.yaml';

/** What `.headworks.yaml` holds. */
export interface HeadworksFile {
  format: 1;
  charts: { version: string; source?: string };
  environments: Record<string, { cluster: string; namespace: string }>;
  gitops?: GitopsSpec;
  ci?: CiSystem[];
  /** SHA-256 of each file beside values and vendored charts, as generated. */
  files: Record<string, string>;
}

const SCHEMA = {
  type: 'object',
  required: ['format', 'charts', 'environments', 'files'],
  properties: {
    format: { const: 1 },
    charts: {
      type: 'object',
      required: ['version'],
      properties: { version: { type: 'string' }, source: { type: 'string' } },
    },
    environments: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['cluster', 'namespace'],
      },
    },
    files: { type: 'object', additionalProperties: { type: 'string' } },
  },
};

const isHeadworksFile = new Ajv({ strict: false }).compile<HeadworksFile>(
  SCHEMA,
);

/** The file for a specification and the other files that were generated. */
export function writeHeadworksFile(options: {
  spec: PipelineSpec;
  version: string;
  files: readonly GeneratedFile[];
}): GeneratedFile {
  const { spec, version, files } = options;
  const content: HeadworksFile = {
    format: 1,
    charts: { version, ...(spec.chart && { source: spec.chart.source }) },
    environments: Object.fromEntries(
      Object.entries(spec.environments).map(
        ([name, { cluster, namespace }]) => [name, { cluster, namespace }],
      ),
    ),
    ...(spec.gitops && { gitops: spec.gitops }),
    ...(spec.ci && { ci: spec.ci }),
    files: Object.fromEntries(
      files.map(({ path, content: text }) => [path, sha256(text)]),
    ),
  };
  const document = helmDocument(content);
  document.commentBefore =
    ' What Headworks generated, and for where. An upgrade replaces a file whose\n SHA-256 stands here and leaves alone what people changed.';
  return { path: HEADWORKS_FILE, content: printDocument(document) };
}

/** @throws InputError that names the field and the remedy */
export function readHeadworksFile(
  files: readonly GeneratedFile[],
): HeadworksFile | undefined {
  const file = files.find(({ path }) => path === HEADWORKS_FILE);
  if (!file) return undefined;
  const content: unknown = readMap(file.content, HEADWORKS_FILE);
  if (!isHeadworksFile(content)) {
    const [{ instancePath, message, keyword }] = isHeadworksFile.errors!;
    const at = instancePath.slice(1).replaceAll('/', '.') || 'the file';
    throw new InputError(
      instancePath === '/format' && keyword === 'const'
        ? `${HEADWORKS_FILE}: its format is not known to this version; use a newer Headworks`
        : `${HEADWORKS_FILE}: ${at} ${message}; restore the file from Git`,
    );
  }
  return content;
}

/** SHA-256 of a text, in hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
