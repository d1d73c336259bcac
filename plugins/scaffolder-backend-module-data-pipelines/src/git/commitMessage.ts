const TASK_TRAILER = 'Scaffolder-Task';

/** By its last line the portal finds what a task of its own made. */
export function commitMessage(commit: {
  title: string;
  description?: string;
  /** The scaffolder's task. */
  task: string;
}): string {
  const { title, description, task } = commit;
  return [title, description, `${TASK_TRAILER}: ${task}`]
    .filter(Boolean)
    .join('\n\n');
}

/** Git's format for the task of a commit. */
export const TASK_FORMAT = `--format=%(trailers:key=${TASK_TRAILER},valueonly)`;

/** Whether a task of the portal made the commit with this message. */
export function isByTask(message: string): boolean {
  return message.includes(`\n\n${TASK_TRAILER}: `);
}
