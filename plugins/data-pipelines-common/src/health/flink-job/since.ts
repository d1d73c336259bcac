import { FlinkDeployment } from '../../resources/flinkDeployment';

/** When the job began to run, or ceased to. */
export function since(status: FlinkDeployment['status']): string | undefined {
  const running = status?.conditions?.find(({ type }) => type === 'Running');
  if (running?.lastTransitionTime) return running.lastTransitionTime;
  const updated = Number(status?.jobStatus?.updateTime);
  return updated > 0 && updated < 8.64e15
    ? new Date(updated).toISOString()
    : undefined;
}
