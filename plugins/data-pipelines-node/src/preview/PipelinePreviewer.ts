import {
  dataflowOf,
  EnvironmentPreview,
  GeneratedFile,
  PipelinePreview,
  PipelineSpec,
  PipelineValues,
  Problem,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { generatePipeline, validateSpec } from '../generator';
import { Helm } from '../helm';
import { checkEnvironment } from './checkEnvironment';
import { refusalProblems } from './helmRefusal';
import { noPreview } from './noPreview';
import { PreviewFolder } from './PreviewFolder';
import { vendoredPath } from './vendored';

/**
 * Says what specifications would make. Keeps our charts on disk from one
 * preview to the next; `stop` removes them.
 *
 * @public
 */
export class PipelinePreviewer {
  readonly #charts: readonly GeneratedFile[];
  readonly #helm: Helm;
  readonly #folder: PreviewFolder;
  readonly #vendored: ReadonlySet<string>;

  constructor(options: { charts: readonly GeneratedFile[]; helm: Helm }) {
    this.#charts = options.charts;
    this.#helm = options.helm;
    this.#folder = new PreviewFolder(options.charts);
    this.#vendored = new Set(options.charts.map(vendoredPath));
  }

  /**
   * Never throws for a bad specification: that is what `problems` are for.
   *
   * @throws NotImplementedError where there is no Helm
   */
  async preview(
    spec: PipelineSpec,
    options: { signal?: AbortSignal } = {},
  ): Promise<PipelinePreview> {
    const charts = this.#charts;
    const problems = validateSpec(spec, charts);
    if (problems.length > 0) return noPreview(problems);
    const all = generatePipeline({ spec, charts });
    const files = all.filter(
      ({ path }) => !path.startsWith('charts/') && !this.#vendored.has(path),
    );
    const environments = await this.#environments(spec, files, options.signal);
    const refused = environments.flatMap(({ error = '' }) =>
      refusalProblems(error),
    );
    if (refused.length > 0) return noPreview(distinct(refused));
    return {
      problems: [],
      dataflow: dataflowOf(spec.values as PipelineValues),
      files,
      vendoredFiles: all.length - files.length,
      environments,
    };
  }

  /** Removes what is on disk. */
  async stop(): Promise<void> {
    await this.#folder.remove();
  }

  async #environments(
    spec: PipelineSpec,
    files: readonly GeneratedFile[],
    signal: AbortSignal | undefined,
  ): Promise<EnvironmentPreview[]> {
    const chart = files.filter(({ path }) => isChartFile(path));
    const contentOf = (name: string) =>
      chart.find(({ path }) => path === name)?.content ?? '';
    return this.#folder.with(chart, async dir => {
      const previews: EnvironmentPreview[] = [];
      for (const [environment, { namespace }] of Object.entries(
        spec.environments,
      )) {
        previews.push(
          await checkEnvironment({
            ...{ dir, environment, namespace, signal, helm: this.#helm },
            release: spec.pipeline.name,
            base: contentOf('values.yaml'),
            over: contentOf(`values-${environment}.yaml`),
          }),
        );
      }
      return previews;
    });
  }
}

/**
 * What one specification would make.
 *
 * @throws NotImplementedError where there is no Helm
 * @public
 */
export async function previewPipeline(options: {
  spec: PipelineSpec;
  charts: readonly GeneratedFile[];
  helm: Helm;
  signal?: AbortSignal;
}): Promise<PipelinePreview> {
  const { spec, charts, helm, signal } = options;
  const previewer = new PipelinePreviewer({ charts, helm });
  try {
    return await previewer.preview(spec, { signal });
  } finally {
    await previewer.stop();
  }
}

/** What Helm reads of the pipeline's own files. */
function isChartFile(path: string): boolean {
  return path === 'Chart.yaml' || /^values(-[^/]+)?\.yaml$/.test(path);
}

/** Several environments may be refused for the same reason. */
function distinct(problems: Problem[]): Problem[] {
  const key = ({ path, problem }: Problem) => `${path}: ${problem}`;
  return [...new Map(problems.map(one => [key(one), one])).values()];
}
