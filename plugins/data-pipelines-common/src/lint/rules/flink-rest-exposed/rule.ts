import { flinkClusters, settingViolation, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { RenderedPipeline } from '../../RenderedPipeline';
import { violation } from '../../violation';

const KEY = 'kubernetes.rest-service.exposed.type';
const OUTSIDE = ['LoadBalancer', 'NodePort'];

interface ServiceSpec {
  type?: string;
  selector?: Readonly<Record<string, string>>;
}

export const rule: LintRule = {
  id: 'flink-rest-exposed',
  summary: "Flink's REST has no address outside the Kubernetes cluster.",
  why: 'It asks for no password: an address outside lets anyone who finds it run code in the cluster.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster => {
      const type = cluster.settings.get(KEY) ?? '';
      return [
        ...(OUTSIDE.includes(type)
          ? settingViolation(cluster, {
              key: KEY,
              problem: `the REST Service is a ${type}, which is reached from outside`,
              remedy: `Remove ${KEY}: the portal reaches Flink through the API server.`,
              field: 'flinkConfiguration',
            })
          : []),
        ...servicesOf(pipeline, cluster.object.metadata.name).flatMap(service =>
          violation(service, {
            path: 'spec.type',
            problem: `the Service of ${cluster.name} is a ${service.spec.type}, which is reached from outside`,
            remedy: 'Set spec.type to ClusterIP.',
            value: valueOf(cluster, 'objects.service.override'),
          }),
        ),
      ];
    }),
};

function servicesOf(pipeline: RenderedPipeline, app: string) {
  return pipeline
    .all<ServiceSpec>('', 'Service')
    .filter(
      ({ spec }) =>
        OUTSIDE.includes(spec.type ?? '') && spec.selector?.app === app,
    );
}
