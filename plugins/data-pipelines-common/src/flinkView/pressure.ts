import { FlinkVertex } from './flinkView';

/** From here on a step is held back: Flink's own "high". */
const HELD = 0.5;
/** From here on a step does little else than work. */
const BUSY = 0.8;

/**
 * Which step holds a job back. Flink slows down whoever is before a step that
 * cannot follow, so it is the first one behind those that is not held back
 * itself (Flink, Monitoring Back Pressure).
 *
 * @returns one sentence with what to do; undefined where nothing is held back
 * @public
 */
export function pressureSentence(
  vertices: readonly FlinkVertex[],
): string | undefined {
  const isHeld = ({ held = 0 }: FlinkVertex) => held >= HELD;
  const before = new Set(vertices.filter(isHeld).map(({ id }) => id));
  const [slow] = vertices
    .filter(one => !isHeld(one) && one.inputs.some(id => before.has(id)))
    .sort((a, b) => (b.busy ?? 0) - (a.busy ?? 0));
  if (!slow) return undefined;
  const { name, busy } = slow;
  return busy !== undefined && busy < BUSY
    ? `"${name}" holds the job back and works only ${percent(
        busy,
      )} of the time: it waits for something outside, such as a database or a sink that is slow`
    : `"${name}" holds the job back${
        busy === undefined ? '' : `: it works ${percent(busy)} of the time`
      }; give the job more parallelism, or make that step cheaper`;
}

/**
 * A share for people.
 *
 * @public
 */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
