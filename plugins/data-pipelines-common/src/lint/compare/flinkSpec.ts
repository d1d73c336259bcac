import { PodTemplate } from '../kinds/pod';

type FlinkSetting = string | number | boolean | FlinkSettings;

/** Flink's settings, flat by dotted key or nested key by key. */
export interface FlinkSettings extends Readonly<Record<string, FlinkSetting>> {}

export interface FlinkJob {
  jarURI?: string;
  entryClass?: string;
  args?: string[];
  parallelism?: number;
  state?: 'running' | 'suspended';
  upgradeMode?: 'stateless' | 'last-state' | 'savepoint';
  allowNonRestoredState?: boolean;
  initialSavepointPath?: string;
  savepointRedeployNonce?: number;
  savepointTriggerNonce?: number;
  checkpointTriggerNonce?: number;
  autoscalerResetNonce?: number;
}

/** What a FlinkDeployment and a FlinkSessionJob say alike. */
export interface FlinkSpec {
  flinkVersion?: string;
  image?: string;
  podTemplate?: PodTemplate;
  mode?: 'native' | 'standalone';
  deploymentName?: string;
  flinkConfiguration?: FlinkSettings;
  job?: FlinkJob;
}

/** Settings by their dotted key. */
export function settingsOf({ flinkConfiguration = {} }: FlinkSpec) {
  const found = new Map<string, string>();
  const visit = (settings: FlinkSettings, at: string) => {
    for (const [part, value] of Object.entries(settings)) {
      const key = at ? `${at}.${part}` : part;
      if (typeof value === 'object') visit(value, key);
      else found.set(key, `${value}`);
    }
  };
  visit(flinkConfiguration, '');
  return found;
}

/** The first of several spellings that is set. */
export function setting(spec: FlinkSpec, ...keys: string[]) {
  const settings = settingsOf(spec);
  const key = keys.find(name => settings.has(name));
  return key === undefined ? undefined : settings.get(key);
}

/** Whether an upgrade keeps what the job remembers. The operator's own default does not. */
export function keepsState({ job }: FlinkSpec): boolean {
  return job !== undefined && (job.upgradeMode ?? 'stateless') !== 'stateless';
}
