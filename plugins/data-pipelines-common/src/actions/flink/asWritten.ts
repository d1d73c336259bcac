import {
  FlinkDeployment,
  FlinkSessionJob,
} from '../../resources/flinkDeployment';
import { JobAsIs } from './LiveFlinkJob';

const CONFIGURATION = 'flinkConfiguration.';

/**
 * A job as the portal keeps it, with the settings of Flink that its spec had
 * when it was read; those that may be secret are not among them.
 *
 * @public
 */
export function asWritten(job: FlinkDeployment | FlinkSessionJob): JobAsIs {
  const fields = JSON.parse(job.metadata.written?.fields ?? '{}') as Readonly<
    Record<string, string>
  >;
  const flinkConfiguration = Object.fromEntries(
    Object.entries(fields)
      .filter(([path]) => path.startsWith(CONFIGURATION))
      .map(([path, value]) => [path.slice(CONFIGURATION.length), value]),
  );
  const { spec, status, deployed } = job as JobAsIs;
  return { spec: { ...spec, flinkConfiguration }, status, deployed };
}
