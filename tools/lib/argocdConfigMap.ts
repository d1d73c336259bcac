import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';

/** Fields that somebody else writes: an autoscaler, or a person's action on one object. */
const IGNORED: Record<string, string[]> = {
  'flink.apache.org_FlinkDeployment': [
    '/spec/taskManager/replicas',
    '/spec/restartNonce',
    '/spec/job/savepointTriggerNonce',
    '/spec/job/checkpointTriggerNonce',
  ],
  'flink.apache.org_FlinkSessionJob': [
    '/spec/restartNonce',
    '/spec/job/savepointTriggerNonce',
    '/spec/job/checkpointTriggerNonce',
  ],
};

/**
 * What goes into Argo CD's ConfigMap `argocd-cm`: the charts' health rules,
 * and which differences are none.
 * @param charts - the folder `charts`
 */
export function argocdConfigMap(charts: string): string {
  const data: Record<string, string> = {};
  const key = (what: string, kind: string) =>
    `resource.customizations.${what}.${kind}`;
  for (const [kind, script] of healthRules(charts)) {
    data[key('health', kind)] = script;
    data[key('useOpenLibs', kind)] = 'true';
  }
  for (const [kind, jsonPointers] of Object.entries(IGNORED)) {
    data[key('ignoreDifferences', kind)] = stringify({ jsonPointers });
  }
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'argocd-cm',
      namespace: 'argocd',
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
    },
    data,
  };
  return `# Made of charts/*/health by \`yarn charts\`; how to use it: docs/argocd.md\n${stringify(
    object,
    { lineWidth: 0 },
  )}`;
}

/** `<group>_<Kind>` and its rule, sorted. */
export function healthRules(charts: string): [kind: string, script: string][] {
  return ['flink', 'kafka', 'spark'].flatMap(chart => {
    const folder = path.join(charts, chart, 'health');
    return fs
      .readdirSync(folder)
      .sort()
      .map((kind): [string, string] => [
        kind,
        fs.readFileSync(path.join(folder, kind, 'health.lua'), 'utf8'),
      ]);
  });
}
