import { RecordedChange } from '../recordedChange';
import { ObjectEvent } from '../../resources/objectEvent';
import { replay } from '../replay';

const START = Date.parse('2026-11-23T08:00:00Z');

interface State {
  lifecycle?: string;
  jobManager?: string;
  job?: string;
  error?: string;
  generation?: number;
  observed?: number;
  taskManagers?: number;
}

/**
 * A Flink job's life as API server and operator would tell of it: for what was
 * not recorded, after the operator's source. Seconds count from the start.
 */
export class FlinkStory {
  readonly #changes: RecordedChange[] = [];
  readonly #events = new Map<string, { first: string; count: number }>();
  #state: State = { generation: 1, observed: 1, taskManagers: 1 };

  /** A job that has run well for ten minutes. */
  static running(): FlinkStory {
    return new FlinkStory()
      .pod(-600, 'orders-6b789679cd-aaaaa', 'jobmanager', true)
      .pod(-580, 'orders-taskmanager-1-1', 'taskmanager', true)
      .is(0, { lifecycle: 'STABLE', jobManager: 'READY', job: 'RUNNING' });
  }

  /** The resource's status from now on; what is not named stays as it was. */
  is(seconds: number, state: State): this {
    this.#state = { ...this.#state, ...state };
    const { lifecycle, jobManager, job, error, generation, observed } =
      this.#state;
    return this.#put(seconds, 'flinkdeployments.flink.apache.org', {
      metadata: this.#metadata('orders', generation),
      spec: { job: { state: 'running' } },
      status: {
        lifecycleState: lifecycle,
        jobManagerDeploymentStatus: jobManager,
        observedGeneration: observed,
        error,
        taskManager: { replicas: this.#state.taskManagers },
        jobStatus: { state: job },
      },
    });
  }

  /** A pod that is ready or only starts. */
  pod(
    seconds: number,
    name: string,
    component: 'jobmanager' | 'taskmanager',
    ready: boolean,
    status: object = {},
  ): this {
    return this.#put(seconds, 'pods', {
      metadata: {
        ...this.#metadata(name),
        creationTimestamp: iso(seconds),
        labels: { app: 'orders', component, type: 'flink-native-kubernetes' },
      },
      status: {
        phase: ready ? 'Running' : 'Pending',
        conditions: [
          {
            type: 'Ready',
            status: ready ? 'True' : 'False',
            lastTransitionTime: iso(seconds),
          },
        ],
        ...status,
      },
    });
  }

  gone(seconds: number, name: string): this {
    this.#changes.push({
      at: START + seconds * 1000,
      file: 'pods.ndjson',
      type: 'DELETED',
      resource: 'pods',
      object: { metadata: this.#metadata(name) },
    });
    return this;
  }

  /** An event; one that repeats is counted, as Kubernetes does. */
  event(
    seconds: number,
    kind: string,
    name: string,
    reason: string,
    message: string,
  ): this {
    const key = `${kind}.${name}.${reason}.${message}`;
    const known = this.#events.get(key) ?? { first: iso(seconds), count: 0 };
    known.count += 1;
    this.#events.set(key, known);
    return this.#put(seconds, 'events', {
      metadata: this.#metadata(key),
      involvedObject: { kind, namespace: 'data', name },
      type: 'Warning',
      reason,
      message,
      count: known.count,
      firstTimestamp: known.first,
      lastTimestamp: iso(seconds),
    });
  }

  changed(seconds: number, from: string, to: string): this {
    return this.event(
      seconds,
      'FlinkDeployment',
      'orders',
      'JobStatusChanged',
      `Job status changed from ${from} to ${to}`,
    ).is(seconds, { job: to });
  }

  /** What is said from the start until then: `seconds health reason`. */
  told(until: number): string[] {
    return replay([...this.#changes, ...this.#silence(until)])
      .filter(({ from }) => Date.parse(from) >= START)
      .map(
        ({ from, health, reason }) =>
          `${Math.round(
            (Date.parse(from) - START) / 1000,
          )} ${health} ${reason}`,
      );
  }

  /** Something else happens then, so that the time until then is played. */
  #silence(seconds: number): RecordedChange[] {
    return [
      {
        at: START + seconds * 1000,
        file: 'events.ndjson',
        type: 'ADDED',
        resource: 'events',
        object: { metadata: { name: 'other', namespace: 'data' } },
      },
    ];
  }

  #metadata(name: string, generation?: number) {
    return {
      name,
      namespace: 'data',
      generation,
      creationTimestamp: iso(-600),
    };
  }

  #put(
    seconds: number,
    resource: RecordedChange['resource'],
    object: RecordedChange['object'] & Partial<Omit<ObjectEvent, 'metadata'>>,
  ): this {
    this.#changes.push({
      at: START + seconds * 1000,
      file: `${resource}.ndjson`,
      type: 'MODIFIED',
      resource,
      object,
    });
    return this;
  }
}

function iso(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString();
}
