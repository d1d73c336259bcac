import { HealthReport } from '../../model/health';
import { StrimziPodSet } from '../../resources/strimzi';
import { Moment } from '../assess';
import { podSetReport } from './podSetReport';

/**
 * How well a StrimziPodSet is: whether its pods are ready. Its status follows
 * pods within a second; the pods' own statuses and events say why not.
 *
 * @public
 */
export function strimziPodSetRule(
  podSet: StrimziPodSet,
  moment: Moment,
): HealthReport {
  return podSetReport(podSet, 'pods', moment);
}
