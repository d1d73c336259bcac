import { ManagedFields } from '../resources/rawObject';
import { chartOwned } from './chartOwned';
import { Marks, managedBy } from './managedBy';
import { ActionPlan, ActionRefusal } from './plan';

/** What tells whose an object is. */
interface Owned {
  metadata: Marks & { managedFields?: readonly ManagedFields[] };
}

/**
 * Refuses a plan that would change live what Git decides: the change would be
 * undone at once, at the next upgrade, or stand in its way.
 */
export function unlessOfGit(plan: ActionPlan, job: Owned): ActionPlan {
  const { kind, name } = plan.target;
  // What else it changes are snapshots, which Git does not have.
  const patches = plan.steps
    .filter(step => step.do === 'patch')
    .filter(({ target }) => target.kind === kind && target.name === name);
  if (patches.length === 0) return plan;
  // Neither Argo CD nor Flux minds an annotation that Git does not have.
  const ofSpec = patches.some(({ patch }) => 'spec' in patch);
  const refusal =
    (ofSpec ? reconciled(job) : undefined) ??
    rendered(
      job,
      patches.map(step => step.patch),
    );
  return refusal ? { ...plan, steps: [], refusal } : plan;
}

const REMEDY = 'Make the change in the values file, as shown below.';

function reconciled({ metadata }: Owned): ActionRefusal | undefined {
  const manager = managedBy(metadata);
  if (manager.tool === 'helm' || manager.tool === 'none') return undefined;
  const who =
    manager.tool === 'argocd'
      ? `Argo CD's application ${manager.application}`
      : `Flux' ${manager.kind} ${manager.name}`;
  return {
    sentence: `${who} keeps this job as Git has it; a change in the cluster would be drift.`,
    remedy: REMEDY,
  };
}

function rendered(
  { metadata }: Owned,
  patches: readonly object[],
): ActionRefusal | undefined {
  const fields = patches.flatMap(patch =>
    chartOwned(patch, metadata.managedFields),
  );
  return fields.length > 0
    ? {
        sentence: `The chart has set ${fields.join(
          ', ',
        )}; a change in the cluster would stand in the way of the next helm upgrade.`,
        remedy: REMEDY,
      }
    : undefined;
}
