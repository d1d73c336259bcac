import { FlinkDeployed } from '../../resources/flinkDeployed';

/** Characters of a specification beyond which it is not looked into. */
const MOST = 1_000_000;

/**
 * Fields of `spec.job` that say how it is to start, not what it is: the
 * operator's JobSpec, 1.15.0.
 */
const OF_START: ReadonlySet<string> = new Set([
  'state',
  'upgradeMode',
  'initialSavepointPath',
  'allowNonRestoredState',
  'savepointRedeployNonce',
  'savepointTriggerNonce',
  'checkpointTriggerNonce',
  'autoscalerResetNonce',
]);

/**
 * Reads `status.reconciliationStatus`. The operator writes the upgrade mode
 * that it used into `lastReconciledSpec` (AbstractJobReconciler: "record the
 * upgrade mode used"); for the first deployment that is `stateless`, or
 * `savepoint` where a path was given. Never throws.
 */
export function flinkDeployedIn(status: unknown): FlinkDeployed | undefined {
  const { lastReconciledSpec, reconciliationTimestamp } = objectIn(
    objectIn(status).reconciliationStatus,
  );
  if (
    typeof lastReconciledSpec !== 'string' ||
    lastReconciledSpec.length > MOST
  ) {
    return undefined;
  }
  try {
    const whole = objectIn(JSON.parse(lastReconciledSpec));
    return deployed(whole, reconciliationTimestamp);
  } catch {
    return undefined;
  }
}

type Fields = Record<string, unknown>;

function deployed(whole: Fields, at: unknown): FlinkDeployed {
  const { job, restartNonce, ...rest } = objectIn(whole.spec);
  const { image, flinkVersion } = rest;
  const { upgradeMode, savepointRedeployNonce, ...others } = objectIn(job);
  const time = Number(at);
  return {
    ...(time > 0 && time < 8.64e15 && { at: new Date(time).toISOString() }),
    ...(typeof upgradeMode === 'string' && { mode: upgradeMode }),
    ...(objectIn(whole.resource_metadata).firstDeployment === true && {
      first: true,
    }),
    ...(typeof image === 'string' && { image }),
    ...(typeof flinkVersion === 'string' && { flinkVersion }),
    ...(typeof restartNonce === 'number' && { restartNonce }),
    ...(typeof savepointRedeployNonce === 'number' && {
      savepointRedeployNonce,
    }),
    spec: hashOf(
      canonical({
        ...rest,
        job: Object.fromEntries(
          Object.entries(others).filter(([name]) => !OF_START.has(name)),
        ),
      }),
    ),
  };
}

function objectIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The same text whatever the order of the fields; null says nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? 'null';
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== null && field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join()}}`;
}

/** FNV-1a with 32 bits: enough to tell one specification from the next. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
