import {
  ChartDrift,
  Environment,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Helm,
  loadCharts,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { chartDrift } from './chartDrift';
import { renderEnvironments, Rendering } from './renderEnvironments';
import { RepositoryLocation, RepositoryReader } from './RepositoryReader';
import { Shared } from './Shared';

/** What a repository makes, at one revision. */
export interface RepositoryAnalysis {
  revision: string;
  chart: ChartDrift;
  renderings: ReadonlyMap<string, Rendering>;
}

/** Git is asked again after this time, in milliseconds. */
const KEPT = { url: 60_000, file: 1_000 };
const MOST_ANALYSES = 100;

/**
 * Renders repositories and their upgrade. Runs Helm again only when a file has
 * changed, and for one repository at a time: it is work for a whole core.
 */
export class RepositoryAnalyst {
  readonly #reader: RepositoryReader;
  readonly #helm: Helm;
  readonly #chartsDirectory: string;
  readonly #fresh = {
    url: new Shared<RepositoryAnalysis>({ milliseconds: KEPT.url }),
    file: new Shared<RepositoryAnalysis>({ milliseconds: KEPT.file }),
  };
  readonly #last = new Map<string, RepositoryAnalysis>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: {
    reader: RepositoryReader;
    helm: Helm;
    chartsDirectory: string;
  }) {
    this.#reader = options.reader;
    this.#helm = options.helm;
    this.#chartsDirectory = options.chartsDirectory;
  }

  analyse(
    location: RepositoryLocation,
    environments: readonly Environment[],
  ): Promise<RepositoryAnalysis> {
    const key = JSON.stringify([location, environments]);
    return this.#fresh[location.type].get(key, async () => {
      const last = this.#last.get(key);
      const content = await this.#reader.read(location, last?.revision);
      if (!content && last) return last;
      const { revision, files } = content!;
      const analysis = await this.#inTurn(async () => {
        const renderings = await renderEnvironments({
          files,
          environments,
          helm: this.#helm,
        });
        const chart = await chartDrift({
          files,
          renderings,
          environments,
          helm: this.#helm,
          loadCharts: () => loadCharts(this.#chartsDirectory),
        });
        return { revision, chart, renderings };
      });
      if (isWhole(analysis)) this.#remember(key, analysis);
      return analysis;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => {});
    return turn;
  }

  #remember(key: string, analysis: RepositoryAnalysis) {
    this.#last.delete(key);
    this.#last.set(key, analysis);
    const [oldest] = this.#last.keys();
    if (this.#last.size > MOST_ANALYSES) this.#last.delete(oldest);
  }
}

/** What failed may have had its reason on this machine: it is tried again. */
function isWhole({ chart, renderings }: RepositoryAnalysis): boolean {
  return (
    !chart.refusal &&
    [...renderings.values()].every(({ objects }) => objects !== undefined)
  );
}
