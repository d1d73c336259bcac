import {
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  formProblems,
  PipelinePreview,
  toFormProblem,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Helm,
  loadCharts,
  noPreview,
  PipelinePreviewer,
  validateSpec,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { PreviewQueue } from './PreviewQueue';
import { FormAndSpec } from './readForm';

const PATIENCE = 30_000;

/** Says what a filled form would make; a few at once, with one copy of our charts. */
export class PreviewService {
  readonly #chartsDirectory: string;
  readonly #helm: Helm;
  readonly #queue: PreviewQueue;
  #ready: ReturnType<PreviewService['load']> | undefined;

  constructor(options: {
    chartsDirectory: string;
    helm: Helm;
    /** Helm processes at once. */
    atOnce: number;
  }) {
    this.#chartsDirectory = options.chartsDirectory;
    this.#helm = options.helm;
    this.#queue = new PreviewQueue({ atOnce: options.atOnce });
  }

  /**
   * @param options - `owner`: whose older preview this one replaces; `signal`:
   * nobody waits for it any more
   * @throws NotImplementedError where Helm or our charts are missing
   */
  async preview(
    { form, spec }: FormAndSpec,
    options: { owner?: string; signal: AbortSignal },
  ): Promise<PipelinePreview> {
    this.#ready ??= this.load();
    const { charts, previewer } = await this.#ready;
    // Without a turn: no Helm is needed to say so.
    const problems = [...formProblems(form), ...validateSpec(spec, charts)];
    if (problems.length > 0) return noPreview(problems.map(toFormProblem));
    const late = AbortSignal.timeout(PATIENCE);
    const signal = AbortSignal.any([options.signal, late]);
    try {
      const preview = await this.#queue.run(
        { owner: options.owner, signal },
        () => previewer.preview(spec, { signal }),
      );
      return { ...preview, problems: preview.problems.map(toFormProblem) };
    } catch (error) {
      if (!late.aborted) throw error;
      throw new ServiceUnavailableError(
        `The preview was not ready within ${
          PATIENCE / 1000
        } s: the portal is busy; try again`,
      );
    }
  }

  /** Removes what is on disk. */
  async stop(): Promise<void> {
    const ready = await this.#ready?.catch(() => undefined);
    await ready?.previewer.stop();
  }

  private async load() {
    try {
      const charts = await loadCharts(this.#chartsDirectory);
      const helm = this.#helm;
      return { charts, previewer: new PipelinePreviewer({ charts, helm }) };
    } catch (error) {
      // They may be there the next time.
      this.#ready = undefined;
      throw new NotImplementedError((error as Error).message);
    }
  }
}
