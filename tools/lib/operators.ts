import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** What charts/platform knows of one operator. */
export interface Operator {
  description: string;
  repository: string;
  chart: string;
  version: string;
  /** Whether Helm installs its CRDs once, its templates hold them, or another chart's. */
  crds: 'folder' | 'templates' | 'none';
  release: string;
  namespace: string;
  podSecurity: 'restricted' | 'privileged';
  wave: number;
  after?: string[];
  requires?: string[];
  engine?: {
    chart: 'kafka' | 'flink' | 'spark';
    value: string;
    versions?: string[];
    newest?: string;
  };
  watch?: { namespaces: string; all?: object };
  monitored?: { values: object; labels?: string };
  values?: object;
}

/** The operators by name, in the order in which they are installed. */
export function readOperators(chart: string): Array<[string, Operator]> {
  const file = path.join(chart, 'files/operators.yaml');
  const known = parse(fs.readFileSync(file, 'utf8')) as Record<
    string,
    Operator
  >;
  return Object.entries(known).sort(
    ([a, { wave }], [b, other]) =>
      wave - other.wave || (a < b ? -1 : Number(a > b)),
  );
}
