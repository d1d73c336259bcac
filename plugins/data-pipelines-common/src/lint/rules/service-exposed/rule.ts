import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

interface ServiceSpec {
  type: string;
  loadBalancerSourceRanges: string[];
}

export const rule: LintRule = {
  id: 'service-exposed',
  summary: 'A load balancer names the addresses that may connect.',
  why: 'In most clouds a load balancer is on the internet as soon as it is there.',
  check: pipeline =>
    pipeline
      .all<ServiceSpec>('', 'Service')
      .filter(
        ({ spec }) =>
          spec.type === 'LoadBalancer' &&
          !spec.loadBalancerSourceRanges?.length,
      )
      .flatMap(service =>
        violation(service, {
          path: 'spec.loadBalancerSourceRanges',
          problem: 'its load balancer takes connections from every address',
          remedy: 'Set loadBalancerSourceRanges, or make it internal.',
        }),
      ),
};
