import { FlinkWorkload } from './flink';
import { MEBIBYTE, memoryOf } from './flinkUnits';

/** Bytes of a process by what they are for, as Flink divides them. */
export interface TaskManagerMemory {
  process: number;
  taskHeap: number;
  managed: number;
  slots: number;
}

/** Heap that is left of a JobManager's process; undefined where it is set itself or nobody says how large it is. */
export function jobManagerHeap(workload: FlinkWorkload) {
  const { settings, jobManager } = workload;
  const process = memoryOf(jobManager?.memory);
  if (!process || settings.has('jobmanager.memory.heap.size')) return undefined;
  const size = sizes(settings, 'jobmanager.memory');
  const heap =
    process -
    size('jvm-metaspace.size', 256) -
    size('off-heap.size', 128) -
    part(settings, 'jobmanager.memory.jvm-overhead', process, [0.1, 192, 1024]);
  return { process, heap };
}

/** The same of a TaskManager; undefined where its parts are set one by one. */
export function taskManagerMemory({
  settings,
  taskManager,
}: FlinkWorkload): TaskManagerMemory | undefined {
  const process = memoryOf(taskManager?.memory);
  const own = ['flink.size', 'task.heap.size'];
  const at = 'taskmanager.memory';
  if (!process || own.some(key => settings.has(`${at}.${key}`))) {
    return undefined;
  }
  const size = sizes(settings, at);
  const flink =
    process -
    size('jvm-metaspace.size', 256) -
    part(settings, `${at}.jvm-overhead`, process, [0.1, 192, 1024]);
  const fraction = Number(settings.get(`${at}.managed.fraction`) ?? 0.4);
  const managed =
    memoryOf(settings.get(`${at}.managed.size`)) ?? flink * fraction;
  const network = part(settings, `${at}.network`, flink, [0.1, 64, Infinity]);
  const taskHeap =
    flink -
    managed -
    network -
    size('framework.heap.size', 128) -
    size('framework.off-heap.size', 128) -
    size('task.off-heap.size', 0);
  const slots = Number(settings.get('taskmanager.numberOfTaskSlots') ?? 1);
  return { process, taskHeap, managed, slots };
}

function sizes(settings: ReadonlyMap<string, string>, at: string) {
  return (key: string, mebibytes: number) =>
    memoryOf(settings.get(`${at}.${key}`)) ?? mebibytes * MEBIBYTE;
}

/** A fraction of the whole between a minimum and a maximum. */
function part(
  settings: ReadonlyMap<string, string>,
  at: string,
  whole: number,
  [fraction, min, max]: [number, number, number],
): number {
  const size = sizes(settings, at);
  const wanted = Number(settings.get(`${at}.fraction`) ?? fraction) * whole;
  return Math.max(size('min', min), Math.min(size('max', max), wanted));
}
