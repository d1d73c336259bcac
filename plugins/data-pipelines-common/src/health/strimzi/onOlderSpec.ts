import { HealthReport } from '../../model/health';
import { isBehind, StrimziObject } from './conditions';

/**
 * A failure of pods while the operator still works on an older spec: a
 * correction is not lost, but waits until the operator gives up on its roll
 * (recorded: four to five minutes).
 */
export function onOlderSpec(
  report: HealthReport,
  object: StrimziObject,
): HealthReport {
  if (!isBehind(object) || report.health !== 'Degraded') return report;
  const { generation } = object.metadata;
  const observed = object.status?.observedGeneration ?? 0;
  const waits = `The operator is still reconciling an older generation of the spec (${observed} of ${generation}); a correction is taken up when it gives up on that, within five minutes.`;
  return {
    ...report,
    nextStep: report.nextStep ? `${report.nextStep} ${waits}` : waits,
  };
}
