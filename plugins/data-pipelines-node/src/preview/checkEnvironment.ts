import {
  EnvironmentPreview,
  lint,
  mergeValues,
  PipelineValues,
  totalsOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { JsonObject } from '@backstage/types';
import { NotImplementedError } from '@backstage/errors';
import { parse } from 'yaml';
import { Helm } from '../helm';
import { refusalText } from './helmRefusal';
import { referenceTo } from './referenceTo';
import { renderObjects } from './renderObjects';

/** Renders one environment of a chart on disk and looks at what comes out. */
export async function checkEnvironment(options: {
  helm: Helm;
  dir: string;
  release: string;
  environment: string;
  namespace: string;
  /** The text of `values.yaml` and of the environment's own file. */
  base: string;
  over: string;
  signal?: AbortSignal;
}): Promise<EnvironmentPreview> {
  const { helm, dir, release, environment, namespace, signal } = options;
  const values = [`values-${environment}.yaml`];
  try {
    const objects = await renderObjects({
      ...{ helm, dir, release, namespace, values, signal },
    });
    const merged = mergeValues(
      (parse(options.base) ?? {}) as JsonObject,
      (parse(options.over) ?? {}) as JsonObject,
    );
    return {
      name: environment,
      objects: objects.map(referenceTo),
      totals: totalsOf(objects),
      findings: lint({ objects, values: merged as PipelineValues }),
    };
  } catch (error) {
    // No Helm, or nobody waits any more: that is no fault of the chart's.
    if (error instanceof NotImplementedError || signal?.aborted) throw error;
    return {
      name: environment,
      objects: [],
      totals: totalsOf([]),
      findings: [],
      error: refusalText((error as Error).message),
    };
  }
}
