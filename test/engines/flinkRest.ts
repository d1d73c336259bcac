interface JobOverview {
  jid: string;
  name: string;
  state: string;
  tasks: { running: number; total: number };
}

interface Trigger {
  'request-id': string;
}

interface SavepointStatus {
  status: { id: 'IN_PROGRESS' | 'COMPLETED' };
  operation: {
    location?: string;
    'failure-cause'?: { class: string; 'stack-trace': string };
  } | null;
}

/** The few calls of Flink's REST that tests need. */
export class FlinkRest {
  readonly #url: string;

  constructor(port: number) {
    this.#url = `http://127.0.0.1:${port}`;
  }

  async get<T>(path: string): Promise<T> {
    return this.#call<T>('GET', path);
  }

  async jobs(): Promise<JobOverview[]> {
    return (await this.get<{ jobs: JobOverview[] }>('/jobs/overview')).jobs;
  }

  /** Names of the graph's steps. */
  async vertices(job: string): Promise<string[]> {
    const { vertices } = await this.get<{ vertices: { name: string }[] }>(
      `/jobs/${job}`,
    );
    return vertices.map(({ name }) => name);
  }

  /** Uploads a jar to a session cluster and runs it; returns the job's id. */
  async run(jar: Blob, parameters: object): Promise<string> {
    const form = new FormData();
    form.append('jarfile', jar, 'job.jar');
    const { filename } = await this.#call<{ filename: string }>(
      'POST',
      '/jars/upload',
      form,
    );
    const id = filename.split('/').pop();
    const { jobid } = await this.#call<{ jobid: string }>(
      'POST',
      `/jars/${id}/run`,
      JSON.stringify(parameters),
    );
    return jobid;
  }

  /** Takes a savepoint and returns where it is. */
  async savepoint(job: string, directory?: string): Promise<string> {
    return this.#savepoint(job, 'savepoints', {
      'target-directory': directory,
      formatType: 'NATIVE',
    });
  }

  /** Ends the job with a savepoint and returns where it is. */
  async stop(job: string, directory?: string): Promise<string> {
    return this.#savepoint(job, 'stop', {
      targetDirectory: directory,
      formatType: 'NATIVE',
    });
  }

  /** Asks until the answer is right; what it was last is in the error. */
  async until<T>(
    what: string,
    ask: (rest: FlinkRest) => Promise<T>,
    right: (answer: T) => boolean,
    seconds = 120,
  ): Promise<T> {
    const deadline = Date.now() + seconds * 1000;
    let last: unknown;
    while (Date.now() < deadline) {
      try {
        const answer = await ask(this);
        if (right(answer)) return answer;
        last = answer;
      } catch (error) {
        last = error;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    const words = last instanceof Error ? last.message : JSON.stringify(last);
    throw new Error(
      `${what}: not within ${seconds} s; last: ${words.slice(-1000)}`,
    );
  }

  /** Waits for the one job of the cluster to run with all its tasks; returns its id. */
  async running(): Promise<string> {
    const [{ jid }] = await this.until(
      'a running job',
      rest => rest.jobs(),
      ([{ tasks }]) => tasks.total > 0 && tasks.running === tasks.total,
    );
    return jid;
  }

  /** A failed savepoint is COMPLETED as well; only its cause tells. */
  async #savepoint(job: string, how: string, body: object): Promise<string> {
    const trigger = await this.#call<Trigger>(
      'POST',
      `/jobs/${job}/${how}`,
      JSON.stringify(body),
    );
    const { operation } = await this.until(
      'the savepoint',
      rest =>
        rest.get<SavepointStatus>(
          `/jobs/${job}/savepoints/${trigger['request-id']}`,
        ),
      ({ status }) => status.id === 'COMPLETED',
    );
    if (!operation?.location) {
      const cause = operation?.['failure-cause'];
      throw new Error(
        `No savepoint: ${cause?.['stack-trace'].slice(0, 2000) ?? 'no reason'}`,
      );
    }
    return operation.location;
  }

  async #call<T>(
    method: string,
    path: string,
    body?: string | FormData,
  ): Promise<T> {
    const answer = await fetch(this.#url + path, {
      method,
      body,
      headers:
        typeof body === 'string' ? { 'content-type': 'application/json' } : {},
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(
        `${method} ${path}: ${answer.status} ${text.slice(0, 2000)}`,
      );
    }
    return JSON.parse(text) as T;
  }
}
