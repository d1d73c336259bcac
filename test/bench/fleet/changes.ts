import { ClusterClient } from '../../cluster/client';
import { FleetObject, objectsOf } from './objects';
import { Achieved, openLoop } from './openLoop';
import { ClusterName, FleetPipeline, PIPELINES } from './shape';

const WARM_UP = 1_500;
const AT_ONCE = 4;

/** Who speaks to each API server. */
type Clients = Record<ClusterName, { client: ClusterClient }>;

/** One change of a status, of a pipeline. */
export interface Change {
  pipeline: FleetPipeline;
  object: FleetObject;
  status: object;
}

/**
 * Status changes in the proportions of real life: most are a job that runs as
 * before; one in five is something that fails or is well again.
 */
export class Changes {
  readonly #clusters: Clients;
  readonly #pipelines: readonly FleetPipeline[];
  readonly #broken = new Set<string>();
  #turn = 0;

  /** @param pipelines - those that change */
  constructor(
    clusters: Clients,
    pipelines: readonly FleetPipeline[] = PIPELINES,
  ) {
    this.#clusters = clusters;
    this.#pipelines = pipelines;
  }

  /** Something fails, or is well again. */
  turn(pipeline: FleetPipeline): Change {
    const kinds = ['FlinkDeployment', 'SparkApplication', 'KafkaTopic'];
    // In turn, and mended before the next breaks.
    const object = this.#find(pipeline, kinds[this.#kindOf(pipeline)]);
    const isBroken = this.#broken.has(pipeline.name);
    if (isBroken) this.#broken.delete(pipeline.name);
    else this.#broken.add(pipeline.name);
    const status = isBroken ? object.mended : object.broken;
    if (!status) throw new Error(`${object.object.kind} was recorded unbroken`);
    return { pipeline, object, status };
  }

  /**
   * A job that runs: its operator writes how large its state is now, and
   * another time only where the state of the job is another.
   */
  beat(pipeline: FleetPipeline): Change {
    const object = this.#find(pipeline, 'FlinkDeployment');
    const clusterInfo = { 'state-size': String(3464 + this.#turn) };
    return { pipeline, object, status: { clusterInfo } };
  }

  /** The next of the mixture. */
  next(): Change {
    const i = this.#turn++;
    const at = (i * 7919) % this.#pipelines.length;
    const pipeline = this.#pipelines[at];
    return i % 5 === 0 ? this.turn(pipeline) : this.beat(pipeline);
  }

  /** Resolves when the API server has taken it. */
  async apply({ pipeline, object, status }: Change): Promise<void> {
    const { client } = this.#clusters[pipeline.cluster];
    const { path, object: of } = object;
    await client.merge(`${path}/${of.metadata.name}/status`, { status });
  }

  /** So many a second, for so long. */
  async stream(rate: number, seconds: number): Promise<Achieved> {
    return openLoop({ rate, seconds, work: () => this.apply(this.next()) });
  }

  /** Until API servers that were just started are as fast as they get. */
  async warmUp(): Promise<void> {
    let left = WARM_UP;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (left-- > 0) await this.apply(this.next());
      }),
    );
  }

  /** Everything is well again. */
  async mendAll(): Promise<void> {
    for (const pipeline of this.#pipelines) {
      if (this.#broken.has(pipeline.name)) {
        await this.apply(this.turn(pipeline));
      }
    }
  }

  #find(pipeline: FleetPipeline, kind: string): FleetObject {
    const found = objectsOf(pipeline).find(one => one.object.kind === kind);
    if (!found) throw new Error(`${pipeline.name} has no ${kind}`);
    return found;
  }

  #kindOf({ name }: FleetPipeline): number {
    return Number(name.slice(-4)) % 3;
  }
}

/** Pipelines of some clusters. */
export function pipelinesIn(clusters: readonly ClusterName[]) {
  return PIPELINES.filter(({ cluster }) => clusters.includes(cluster));
}
