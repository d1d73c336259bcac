import fs from 'node:fs';

/** Speaks to a Node process through its own inspector: no change to what is measured. */
export class Inspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<
    number,
    { resolve: (result: Answer) => void; reject: (error: Error) => void }
  >();
  #id = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = JSON.parse(String(data)) as Message;
      const one = id === undefined ? undefined : this.#waiting.get(id);
      if (!one || id === undefined) return;
      this.#waiting.delete(id);
      if (error) one.reject(new Error(error.message));
      else one.resolve(result ?? {});
    });
  }

  static async attach(port: number): Promise<Inspector> {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const [{ webSocketDebuggerUrl }] = (await answer.json()) as Array<{
      webSocketDebuggerUrl: string;
    }>;
    const socket = new WebSocket(webSocketDebuggerUrl);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () =>
        reject(new Error('The inspector of the portal does not answer')),
      );
    });
    return new Inspector(socket);
  }

  /** Megabytes in use after everything that can be was collected. */
  async heap(): Promise<number> {
    for (let i = 0; i < 3; i++) await this.#call('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#call('Runtime.getHeapUsage');
    return Number(usedSize) / 1e6;
  }

  /** Seconds of processor time, of all threads, since the start. */
  async cpuSeconds(): Promise<number> {
    const { result } = await this.#call('Runtime.evaluate', {
      expression:
        '(({user, system}) => (user + system) / 1e6)(process.cpuUsage())',
    });
    return Number(result?.value);
  }

  async startProfile() {
    await this.#call('Profiler.enable');
    await this.#call('Profiler.start');
  }

  /** Writes what `node --cpu-prof` would write. */
  async stopProfile(file: string) {
    const { profile } = await this.#call('Profiler.stop');
    fs.writeFileSync(file, JSON.stringify(profile));
  }

  close() {
    this.#socket.close();
  }

  #call(method: string, params: object = {}): Promise<Answer> {
    const id = ++this.#id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

interface Answer {
  usedSize?: number;
  result?: { value: unknown };
  profile?: unknown;
}

interface Message {
  id?: number;
  result?: Answer;
  error?: { message: string };
}
