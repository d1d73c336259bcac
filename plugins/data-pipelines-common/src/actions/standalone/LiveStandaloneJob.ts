import { ManagedFields } from '../../resources/rawObject';

/**
 * The JobManager's StatefulSet of a Flink job without an operator, as the API
 * server has it right now.
 *
 * @public
 */
export interface LiveStandaloneJob {
  apiVersion: string;
  kind: 'StatefulSet';
  metadata: {
    name: string;
    namespace: string;
    generation?: number;
    managedFields?: readonly ManagedFields[];
    labels?: Readonly<Record<string, string>>;
    annotations?: Readonly<Record<string, string>>;
  };
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
  const args = spec.template?.spec?.containers?.[0]?.args ?? [];
  const ours = args.slice(
    0,
    args.includes('--') ? args.indexOf('--') : undefined,
  );
  const at = ours.indexOf('--fromSavepoint');
  return at < 0 ? undefined : ours[at + 1];
}

/** The Service of its REST, as our chart names it. */
export function restServiceOf({ metadata }: LiveStandaloneJob): string {
  return `${metadata.name.replace(/-jobmanager$/, '')}-rest`;
}
