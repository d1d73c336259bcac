import { RenderedObject } from '../compare/renderedObject';
import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { Selector } from './networkPolicy';

/** Of a PodDisruptionBudget. */
export interface DisruptionBudgetSpec {
  selector?: Selector;
  maxUnavailable?: number | string;
  minAvailable?: number | string;
}

export function disruptionBudgets(
  pipeline: RenderedPipeline,
): ObjectOf<DisruptionBudgetSpec>[] {
  return pipeline.all<DisruptionBudgetSpec>('policy', 'PodDisruptionBudget');
}

/** Whether a budget selects the pods of an object. */
export function covers(
  { spec, metadata }: ObjectOf<DisruptionBudgetSpec>,
  object: Pick<RenderedObject, 'metadata'>,
  labels: Readonly<Record<string, string>>,
): boolean {
  const wanted = Object.entries(spec.selector?.matchLabels ?? {});
  return (
    metadata.namespace === object.metadata.namespace &&
    wanted.length > 0 &&
    wanted.every(([key, value]) => labels[key] === value)
  );
}
