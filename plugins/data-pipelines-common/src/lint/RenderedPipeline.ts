import { JobValues, PipelineValues, TopicValues } from '../model/spec';
import { groupOf, identityOf, RenderedObject } from './compare/renderedObject';
import { PodOf, podsOf } from './kinds/podsOf';
import { ObjectIdentity } from './objectIdentity';
import { LintProfile } from './profiles';
import { withoutNulls } from './withoutNulls';

/**
 * Everything that is rendered for one environment, and the values it came
 * from: what rules read.
 *
 * @public
 */
export interface LintInput {
  /** Every object of the umbrella, in Helm's order. */
  objects: readonly RenderedObject[];
  /** The umbrella's values, those of the environment merged in. */
  values: PipelineValues;
  /** By default what the values say: `global.profile`, else by the environment's name. */
  profile?: LintProfile;
}

/** A job with its engine and name. */
export interface NamedJob {
  engine: 'flink' | 'spark';
  name: string;
  values: JobValues;
}

/** A topic of the values. */
export interface NamedTopic {
  /** In the values. */
  name: string;
  /** In Kafka. */
  kafkaName: string;
  values: TopicValues;
}

/** An object whose spec is what its kind says; a chart may leave out anything. */
export type ObjectOf<Spec extends object> = Omit<RenderedObject, 'spec'> & {
  spec: Partial<Spec>;
};

/**
 * What a rule looks at, with the questions that most rules ask.
 *
 * @public
 */
export class RenderedPipeline {
  /** Without nulls, and each with kind and name, if empty ones. */
  readonly objects: readonly RenderedObject[];
  readonly values: PipelineValues;
  readonly #byKind = new Map<string, RenderedObject[]>();
  #pods?: readonly PodOf[];

  constructor(input: LintInput) {
    this.values = withoutNulls(input.values);
    this.objects = withoutNulls(input.objects).map(object => ({
      ...object,
      apiVersion: `${object.apiVersion ?? ''}`,
      kind: `${object.kind ?? ''}`,
      metadata: { ...object.metadata, name: `${object.metadata?.name ?? ''}` },
    }));
    for (const object of this.objects) {
      const key = `${object.kind}.${groupOf(object)}`;
      this.#byKind.set(key, [...(this.#byKind.get(key) ?? []), object]);
    }
  }

  /**
   * The objects of a kind. The caller says what a spec of that kind holds; all
   * of it may be missing.
   */
  all<Spec extends object>(group: string, kind: string): ObjectOf<Spec>[] {
    return (this.#byKind.get(`${kind}.${group}`) ?? []).map(object => ({
      ...object,
      spec: (object.spec ?? {}) as Spec,
    }));
  }

  /** The object that a finding is about. */
  find(identity: ObjectIdentity): RenderedObject | undefined {
    const wanted = { ...identity, metadata: identity };
    return this.#byKind
      .get(`${wanted.kind}.${groupOf(wanted)}`)
      ?.find(object => identityOf(object) === identityOf(wanted));
  }

  /** Every pod that the objects will make. */
  get pods(): readonly PodOf[] {
    return (this.#pods ??= this.objects.flatMap(podsOf));
  }

  /** The jobs that are not disabled. */
  get jobs(): NamedJob[] {
    return (['flink', 'spark'] as const).flatMap(engine =>
      Object.entries(this.values[engine]?.jobs ?? {})
        .filter(([, values]) => values.enabled !== false)
        .map(([name, values]) => ({ engine, name, values })),
    );
  }

  /** The topics that are not disabled. */
  get topics(): NamedTopic[] {
    const prefix = this.values.global?.kafka?.topicPrefix ?? '';
    return Object.entries(this.values.kafka?.topics ?? {})
      .filter(([, values]) => values.enabled !== false)
      .map(([name, values]) => ({
        name,
        kafkaName: `${prefix}${name}`,
        values,
      }));
  }
}
