import { Touched } from './touchedBy';

/** Finds the pipelines that a change may concern. */
export class KeyIndex {
  readonly #refs = new Map<string, Set<string>>();
  readonly #keys = new Map<string, string[]>();

  put(ref: string, touched: Touched) {
    this.forget(ref);
    const keys = textsOf(touched);
    this.#keys.set(ref, keys);
    for (const key of keys) {
      const refs = this.#refs.get(key);
      if (refs) refs.add(ref);
      else this.#refs.set(key, new Set([ref]));
    }
  }

  forget(ref: string) {
    for (const key of this.#keys.get(ref) ?? []) {
      const refs = this.#refs.get(key);
      refs?.delete(ref);
      if (refs?.size === 0) this.#refs.delete(key);
    }
    this.#keys.delete(ref);
  }

  /** Whether a pipeline of this name is looked for in the cluster. */
  has(cluster: string, pipeline: string): boolean {
    return this.#refs.has(pipelineText(`${cluster}/${pipeline}`));
  }

  find(touched: Touched): Set<string> {
    return new Set(
      textsOf(touched).flatMap(key => [...(this.#refs.get(key) ?? [])]),
    );
  }
}

function textsOf({ pipelines, kafkas, objects }: Touched): string[] {
  return [
    ...pipelines.map(pipelineText),
    ...kafkas.map(key => `kafka ${key}`),
    ...objects.map(key => `object ${key}`),
  ];
}

function pipelineText(key: string): string {
  return `pipeline ${key}`;
}
