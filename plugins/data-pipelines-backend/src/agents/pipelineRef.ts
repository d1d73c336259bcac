import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** What actions say of the way to name a pipeline. */
export const PIPELINE_INPUT =
  'Name of the pipeline, such as "clickstream", or its entity ref, such as "component:default/clickstream"';

/** @throws InputError where it can be no pipeline */
export function pipelineRef(text: string): { namespace: string; name: string } {
  try {
    const { kind, namespace, name } = parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
    if (kind.toLowerCase() === 'component') return { namespace, name };
  } catch {
    // Said below.
  }
  throw new InputError(
    `pipeline: ${JSON.stringify(text.slice(0, 80))} is no pipeline; ${
      PIPELINE_INPUT[0].toLowerCase() + PIPELINE_INPUT.slice(1)
    }`,
  );
}
