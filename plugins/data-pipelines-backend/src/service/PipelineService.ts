import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ClusterView,
  EnvironmentView,
  JobStateView,
  LABEL_PIPELINE,
  PipelineList,
  PipelineSummary,
  PipelineView,
  snapshotsOf,
  TYPE_FLINK_JOB,
  TYPE_KAFKA_TOPIC,
  TYPE_PIPELINE,
  TYPE_SPARK_JOB,
  Verdict,
  worstVerdict,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Collector } from '../collector/Collector';
import { PipelineIndex } from '../collector/PipelineIndex';
import { DeclaredPipeline, declaredPipeline, pipelineNameOf } from './entities';
import { environmentView } from './environmentView';
import { findComponent } from './findComponent';

const PART_TYPES = [TYPE_FLINK_JOB, TYPE_SPARK_JOB, TYPE_KAFKA_TOPIC];

/**
 * Views for the pages: what the catalog shows to the viewer, joined with what
 * the index knows. Asks no cluster.
 */
export class PipelineService {
  readonly #catalog: CatalogService;
  readonly #collector: Collector;
  readonly #index: PipelineIndex;
  /** cluster → what is simulated there */
  readonly #simulated: ReadonlyMap<string, string>;

  constructor(options: {
    catalog: CatalogService;
    collector: Collector;
    index: PipelineIndex;
    simulated: ReadonlyMap<string, string>;
  }) {
    this.#catalog = options.catalog;
    this.#collector = options.collector;
    this.#index = options.index;
    this.#simulated = options.simulated;
  }

  async list(credentials: BackstageCredentials): Promise<PipelineList> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: [
          { kind: 'component', 'spec.type': TYPE_PIPELINE },
          { 'spec.type': PART_TYPES },
        ],
      },
      { credentials },
    );
    const parts = new Map<string, Entity[]>();
    for (const entity of items) {
      const name = pipelineNameOf(entity);
      if (name) parts.set(name, [...(parts.get(name) ?? []), entity]);
    }
    const pipelines = items
      .filter(entity => entity.spec?.type === TYPE_PIPELINE)
      .map(entity =>
        declaredPipeline(entity, parts.get(entity.metadata.name) ?? []),
      );
    const names = pipelines.flatMap(pipeline =>
      pipeline.environments.map(({ cluster }) => cluster),
    );
    return {
      items: pipelines.map(pipeline => this.#summary(pipeline)),
      total: pipelines.length,
      facets: {
        all: pipelines.length,
        health: {},
        owner: {},
        cluster: {},
        environment: {},
        engine: {},
      },
      clusters: this.#clusters(names),
    };
  }

  async view(
    ref: { namespace: string; name: string },
    credentials: BackstageCredentials,
  ): Promise<PipelineView> {
    const pipeline = await this.#declared(ref, credentials);
    const environments = this.#environments(pipeline);
    return {
      entityRef: pipeline.entityRef,
      verdict: this.#verdict(pipeline, environments),
      environments,
      clusters: this.#clusters(
        pipeline.environments.map(({ cluster }) => cluster),
      ),
    };
  }

  async jobState(
    ref: { namespace: string; name: string },
    credentials: BackstageCredentials,
  ): Promise<JobStateView> {
    const job = await findComponent(this.#catalog, ref, credentials);
    const name = pipelineNameOf(job);
    if (!name || job.spec?.type !== TYPE_FLINK_JOB) {
      throw new NotFoundError(
        `${stringifyEntityRef(job)} is not a Flink job of a pipeline`,
      );
    }
    const pipeline = await this.#declared(
      { namespace: ref.namespace, name },
      credentials,
    );
    const entityRef = stringifyEntityRef(job);
    const environments = this.#environments(pipeline).flatMap(view => {
      const jobView = view.jobs.find(one => one.entityRef === entityRef);
      if (!jobView) return [];
      const { environment } = view;
      const { object } = jobView;
      const deployment = this.#index
        .find(
          environment.cluster,
          'flinkdeployments.flink.apache.org',
          pipeline.name,
        )
        .find(
          ({ metadata }) =>
            metadata.name === object?.name &&
            metadata.namespace === object?.namespace,
        );
      const snapshots = this.#index
        .inNamespace(
          environment.cluster,
          'flinkstatesnapshots.flink.apache.org',
          environment.namespace,
        )
        .filter(({ spec }) => spec.jobReference?.name === object?.name);
      return [
        {
          environment,
          job: jobView,
          snapshots: deployment ? snapshotsOf({ deployment, snapshots }) : [],
          savepointRefusal: deployment
            ? refusal(deployment.status?.jobStatus?.state)
            : 'The job is not installed',
        },
      ];
    });
    return {
      entityRef,
      pipelineRef: pipeline.entityRef,
      environments,
      clusters: this.#clusters(
        environments.map(({ environment }) => environment.cluster),
      ),
    };
  }

  async #declared(
    ref: { namespace: string; name: string },
    credentials: BackstageCredentials,
  ): Promise<DeclaredPipeline> {
    const entity = await findComponent(this.#catalog, ref, credentials);
    if (entity.spec?.type !== TYPE_PIPELINE) {
      throw new NotFoundError(
        `${stringifyEntityRef(entity)} is not a data pipeline`,
      );
    }
    const { items } = await this.#catalog.getEntities(
      {
        filter: [
          {
            'spec.type': PART_TYPES,
            [`metadata.annotations.${LABEL_PIPELINE}`]: ref.name,
          },
          {
            'spec.type': PART_TYPES,
            'relations.partOf': stringifyEntityRef(entity),
          },
        ],
      },
      { credentials },
    );
    return declaredPipeline(entity, items);
  }

  #environments(pipeline: DeclaredPipeline): EnvironmentView[] {
    return pipeline.environments.map(environment =>
      environmentView({
        pipeline,
        environment,
        index: this.#index,
        reachable:
          this.#collector.state(environment.cluster)?.status === 'live',
      }),
    );
  }

  #summary(pipeline: DeclaredPipeline): PipelineSummary {
    const environments = this.#environments(pipeline);
    const has = (engine: 'flink' | 'spark') =>
      pipeline.jobs.some(job => job.engine === engine);
    return {
      entityRef: pipeline.entityRef,
      name: pipeline.name,
      title: pipeline.title,
      owner: pipeline.owner,
      engines: [
        ...(pipeline.topics.length > 0 ? (['kafka'] as const) : []),
        ...(has('flink') ? (['flink'] as const) : []),
        ...(has('spark') ? (['spark'] as const) : []),
      ],
      verdict: this.#verdict(pipeline, environments),
      environments: environments.map(({ environment, verdict }) => ({
        environment,
        verdict,
      })),
    };
  }

  #verdict(
    pipeline: DeclaredPipeline,
    environments: EnvironmentView[],
  ): Verdict {
    if (pipeline.problem) {
      return {
        health: 'Unknown',
        reason: 'BadAnnotation',
        message: pipeline.problem,
        nextStep: 'Correct it in catalog-info.yaml.',
      };
    }
    return worstVerdict(
      environments.map(({ environment, verdict }) => ({
        environment: environment.name,
        verdict,
      })),
    );
  }

  #clusters(names: string[]): ClusterView[] {
    return [...new Set(names)].sort().map(name => {
      const state = this.#collector.state(name) ?? {
        name,
        status: 'unreachable' as const,
        error: `No cluster named ${name} is configured in the kubernetes section of the portal`,
      };
      return { ...state, simulated: this.#simulated.get(name) };
    });
  }
}

function refusal(state: string | undefined): string | undefined {
  return state === 'RUNNING'
    ? undefined
    : `A savepoint needs a running job; this one is ${
        state?.toLowerCase() ?? 'not started yet'
      }`;
}
