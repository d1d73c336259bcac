const FOLDER = /\/chk-\d+\/?$/;

/** Whether a path is a checkpoint's, by the name that Flink gives its folder. */
export function isCheckpointFolder(path: string): boolean {
  return FOLDER.test(path);
}
