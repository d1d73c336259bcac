import { stringify } from 'yaml';
import { postOf, progressPathOf } from './flinkRequest';
import { impossible } from './impossible';
import { ObjectRef } from '../model/views';
import { ActionStep, WaitingFor } from './step';

/** What `kubectl wait` knows; it cannot wait for an annotation that goes. */
const CONDITIONS: Record<Exclude<WaitingFor, 'connector-restarted'>, string> = {
  'application-running': 'jsonpath={.status.applicationState.state}=RUNNING',
  'application-suspended':
    'jsonpath={.status.applicationState.state}=SUSPENDED',
  'reconciliation-paused': 'condition=ReconciliationPaused',
  'reconciliation-resumed': 'condition=Ready',
  'savepoint-completed': 'jsonpath={.status.state}=COMPLETED',
  'snapshot-deleted': 'delete',
  'job-suspended': 'jsonpath={.status.lifecycleState}=SUSPENDED',
  'job-running': 'jsonpath={.status.jobStatus.state}=RUNNING',
  'savepoint-possible': 'jsonpath={.status.jobStatus.state}=RUNNING',
};

/**
 * The commands that do the same as the steps of an action, one a step, for a
 * POSIX shell.
 *
 * @public
 */
export function kubectlOf(steps: readonly ActionStep[]): string[] {
  return steps.map(step => {
    switch (step.do) {
      case 'create':
        return `kubectl create --filename - <<'END'\n${stringify(
          step.object,
        )}END`;
      case 'copy':
        return `${kubectl(step.source, 'get')} --output json | jq ${quoted(
          copied(step),
        )} | kubectl create --filename -`;
      case 'patch':
        return `${kubectl(step.target, 'patch')} --type merge --patch ${quoted(
          JSON.stringify(specOf(step.patch)),
        )}`;
      case 'delete':
        return `${kubectl(step.target, 'delete')} --wait=false`;
      case 'ask-flink': {
        const { path, body } = postOf(step.target.namespace, step.ask);
        return `kubectl create --raw ${quoted(
          path,
        )} --filename - <<'END'\n${JSON.stringify(body)}\nEND`;
      }
      case 'await-flink':
        return untilDone(step);
      case 'wait':
        if (step.until === 'connector-restarted') return untilRestarted(step);
        return `${kubectl(step.target, 'wait')} --for ${quoted(
          CONDITIONS[step.until],
        )} --timeout ${step.minutes}m`;
      default:
        return impossible(step);
    }
  });
}

/** Until the operator has taken its annotation away. */
function untilRestarted({
  target,
}: Extract<ActionStep, { do: 'wait' }>): string {
  const path = '{.metadata.annotations.strimzi\\.io/restart}';
  return `while [ -n "$(${kubectl(target, 'get')} --output ${quoted(
    `jsonpath=${path}`,
  )})" ]; do sleep 2; done`;
}

/** Until Flink says so; a savepoint that failed is COMPLETED, too. */
function untilDone({
  target,
  ask,
}: Extract<ActionStep, { do: 'await-flink' }>): string {
  const get = `kubectl get --raw ${quoted(
    progressPathOf(target.namespace, ask),
  )}`;
  return `until ${get} | grep COMPLETED; do sleep 2; done`;
}

/** A program for jq that makes the new object of the one it is copied from. */
function copied(step: Extract<ActionStep, { do: 'copy' }>): string {
  const { field, into, without = [] } = step;
  const left = without.map(name => ` | del(.${name})`).join('');
  return `${JSON.stringify(into)} + {spec: (.${field}${left})}`;
}

function kubectl(
  { apiVersion, kind, namespace, name }: ObjectRef,
  verb: string,
) {
  // With its group: two operators may share a kind's name.
  const resource = `${kind.toLowerCase()}.${apiVersion.split('/')[0]}`;
  return `kubectl --namespace ${namespace} ${verb} ${resource}/${name}`;
}

/** Without what the portal writes down about itself. */
function specOf(patch: object): object {
  if ('spec' in patch) return { spec: patch.spec };
  const { metadata } = patch as { metadata?: { annotations?: object } };
  const annotations = Object.entries(metadata?.annotations ?? {}).filter(
    ([key]) => !key.startsWith('headworks.dev/'),
  );
  return { metadata: { annotations: Object.fromEntries(annotations) } };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
