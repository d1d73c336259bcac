import {
  KnownObjects,
  LABEL_PIPELINE,
  ObjectIndex,
  ObjectSource,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** Looks into the collector by the name of a pipeline, over all namespaces. */
export class PipelineIndex {
  readonly #source: (cluster: string) => ObjectIndex;

  constructor(options: { source: (cluster: string) => ObjectIndex }) {
    this.#source = options.source;
  }

  /** All that is known of a cluster. */
  sourceOf(cluster: string): ObjectSource {
    return this.#source(cluster);
  }

  /** The objects of a pipeline in one cluster, all namespaces. */
  find<R extends ResourceId>(
    cluster: string,
    resource: R,
    pipeline: string,
  ): Array<KnownObjects[R]> {
    return this.#source(cluster)
      .all(resource)
      .filter(({ metadata }) => metadata.labels[LABEL_PIPELINE] === pipeline);
  }

  /** All objects of one namespace; for kinds that do not carry our label. */
  inNamespace<R extends ResourceId>(
    cluster: string,
    resource: R,
    namespace: string,
  ): Array<KnownObjects[R]> {
    return this.#source(cluster).inNamespace(resource, namespace);
  }
}
