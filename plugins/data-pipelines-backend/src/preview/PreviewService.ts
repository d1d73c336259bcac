import { NotImplementedError } from '@backstage/errors';
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
import { patiently, Waiting } from './patiently';
import { PreviewQueue } from './PreviewQueue';
import { FormAndSpec } from './readForm';

/** Says what a filled form would make; a few at once, with one copy of our charts. */
export class PreviewService {
  readonly #chartsDirectory: string;
  readonly #helm: Helm;
  readonly #queue: PreviewQueue;
  #ready: ReturnType<PreviewService['load']> | undefined;

  constructor(options: {
    chartsDirectory: string;
    helm: Helm;
    queue: PreviewQueue;
  }) {
    this.#chartsDirectory = options.chartsDirectory;
    this.#helm = options.helm;
    this.#queue = options.queue;
  }

  /** @throws NotImplementedError where Helm or our charts are missing */
  async preview(
    { form, spec }: FormAndSpec,
    waiting: Waiting,
  ): Promise<PipelinePreview> {
    this.#ready ??= this.load();
    const { charts, previewer } = await this.#ready;
    // Without a turn: no Helm is needed to say so.
    const problems = [...formProblems(form), ...validateSpec(spec, charts)];
    if (problems.length > 0) return noPreview(problems.map(toFormProblem));
    const preview = await patiently(this.#queue, waiting, signal =>
      previewer.preview(spec, { signal }),
    );
    return { ...preview, problems: preview.problems.map(toFormProblem) };
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
