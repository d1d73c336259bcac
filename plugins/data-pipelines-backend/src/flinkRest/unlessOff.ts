import { NoAnswer } from '../serviceProxy/NoAnswer';

/** Undefined where Flink says that checkpoints are off: a job that keeps no state makes none. */
export async function unlessOff<T>(read: () => Promise<T>) {
  try {
    return await read();
  } catch (error) {
    const isOff =
      error instanceof NoAnswer &&
      error.status === 404 &&
      /checkpointing (?:has|is) not (?:been )?enabled/i.test(error.message);
    if (isOff) return undefined;
    throw error;
  }
}
