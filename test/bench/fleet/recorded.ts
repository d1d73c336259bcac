import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { KubernetesObject } from '../../cluster/client';

/** An object as an operator wrote it, with two turns that its status took. */
export interface Recorded {
  object: KubernetesObject;
  status: object;
  /** A merge patch of the status: it failed. */
  broken?: object;
  /** And runs again. */
  mended?: object;
}

const FOLDER = path.join(__dirname, 'recorded');
const texts = new Map<string, string>();

/** @param values - what stands for `{name}`, `{namespace}` and the like */
export function recorded(
  kind: string,
  values: Readonly<Record<string, string>>,
): Recorded {
  let text = texts.get(kind);
  if (!text) {
    const file = fs.readFileSync(path.join(FOLDER, `${kind}.yaml`), 'utf8');
    text = JSON.stringify(parse(file));
    texts.set(kind, text);
  }
  return JSON.parse(
    text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole),
  );
}
