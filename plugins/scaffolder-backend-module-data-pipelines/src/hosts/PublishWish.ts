/** What a pull or merge request changes, and what it says. */
export interface PublishWish {
  /** Branch that it is to be merged into. */
  base: string;
  branch: string;
  /** The pipeline's folder in the repository; empty for all of it. */
  folder: string;
  title: string;
  body: string;
  commitMessage: string;
  /** Paths are those in the repository. */
  written: Array<{ path: string; content: string }>;
  removed: string[];
}
