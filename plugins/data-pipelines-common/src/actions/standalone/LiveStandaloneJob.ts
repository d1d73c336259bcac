import { savepointIn } from '../../resources/standaloneArgs';
import { LiveMetadata } from '../LiveMetadata';

/**
 * The JobManager's StatefulSet of a Flink job without an operator, as the API
 * server has it right now.
 *
 * @public
 */
export interface LiveStandaloneJob {
  apiVersion: string;
  kind: 'StatefulSet';
  metadata: LiveMetadata;
  spec: {
    replicas?: number;
    template?: { spec?: { containers?: Array<{ args?: string[] }> } };
  };
}

/** Its values say so: it has no pods. */
export function isSwitchedOff({
  spec,
}: {
  spec: Pick<LiveStandaloneJob['spec'], 'replicas'>;
}): boolean {
  return spec.replicas === 0;
}

/** The snapshot that its values name; undefined where they name none. */
export function startFromOf({ spec }: LiveStandaloneJob): string | undefined {
  return savepointIn(spec.template?.spec?.containers?.[0]?.args ?? []);
}

/** The Service of its REST, as our chart names it. */
export function restServiceOf({ metadata }: LiveStandaloneJob): string {
  return `${metadata.name.replace(/-jobmanager$/, '')}-rest`;
}
