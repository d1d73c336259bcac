import { RenderedObject } from '../../compare/renderedObject';
import { FlinkWorkload, flinkClusters, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { RenderedPipeline } from '../../RenderedPipeline';
import { violation } from '../../violation';

interface IngressSpec {
  rules?: Array<{
    http?: { paths?: Array<{ backend?: { service?: { name?: string } } }> };
  }>;
}

/** An Ingress, or what the operator will make one of. */
interface WayIn {
  object: Omit<RenderedObject, 'spec'>;
  path: string;
  annotations: Readonly<Record<string, string>>;
  tls: boolean;
}

export const rule: LintRule = {
  id: 'flink-ingress',
  summary: "Flink's pages ask who you are and are read by nobody on the way.",
  why: 'Flink itself asks for no password, and its pages upload and run jars.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster =>
      waysIn(pipeline, cluster).flatMap(
        ({ object, path, annotations, tls }) => {
          const asks = Object.keys(annotations).some(key =>
            /auth|middlewares|allowlist|whitelist/i.test(key),
          );
          const at = valueOf(cluster, 'ingress');
          return [
            ...(asks
              ? []
              : violation(object, {
                  path,
                  problem: `the Ingress of ${cluster.name} asks nobody for a password`,
                  remedy:
                    "Set ingress.annotations to your controller's authentication, such as nginx.ingress.kubernetes.io/auth-url.",
                  value: `${at}.annotations`,
                })),
            ...(tls
              ? []
              : violation(object, {
                  path,
                  problem: `the Ingress of ${cluster.name} has no TLS`,
                  remedy:
                    'Set ingress.tls to a host and the secret of its certificate.',
                  value: `${at}.tls`,
                })),
          ];
        },
      ),
    ),
};

function waysIn(pipeline: RenderedPipeline, cluster: FlinkWorkload): WayIn[] {
  const { object, ingress } = cluster;
  const rest = `${object.metadata.name}-rest`;
  return [
    ...(ingress
      ? [
          {
            object,
            path: 'spec.ingress',
            annotations: ingress.annotations ?? {},
            tls: (ingress.tls ?? []).length > 0,
          },
        ]
      : []),
    ...pipeline
      .all<IngressSpec>('networking.k8s.io', 'Ingress')
      .filter(({ spec }) =>
        (spec.rules ?? [])
          .flatMap(({ http }) => http?.paths ?? [])
          .some(({ backend }) => backend?.service?.name === rest),
      )
      .map(found => ({
        object: found,
        path: 'metadata.annotations',
        annotations: found.metadata.annotations ?? {},
        // The rule ingress-tls says that of every Ingress.
        tls: true,
      })),
  ];
}
