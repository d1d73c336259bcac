/**
 * The newest resourceVersion of what concerns a pipeline in a cluster. It is
 * the same for every replica that has seen the same.
 */
export class SeenVersions {
  /** pipeline and cluster → version */
  readonly #seen = new Map<string, number>();
  /** Those that were asked for once. */
  readonly #begun = new Set<string>();

  /** Something that concerns the pipeline was seen at this version. */
  see(pipelineRef: string, cluster: string, version: string | undefined) {
    this.#raise(keyOf(pipelineRef, cluster), Number(version) || 0);
  }

  /**
   * @param whole - the version up to which the cluster is known; it counts the
   * first time, for what is not there any more was never seen
   */
  of(pipelineRef: string, cluster: string, whole: () => number): number {
    const key = keyOf(pipelineRef, cluster);
    if (!this.#begun.has(key)) this.#raise(key, whole());
    this.#begun.add(key);
    return this.#seen.get(key) ?? 0;
  }

  #raise(key: string, version: number) {
    this.#seen.set(key, Math.max(version, this.#seen.get(key) ?? 0));
  }
}

function keyOf(pipelineRef: string, cluster: string): string {
  return `${pipelineRef} ${cluster}`;
}
