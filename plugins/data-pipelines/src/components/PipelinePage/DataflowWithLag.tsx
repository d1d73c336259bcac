import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';
import { EntityName } from '../../api/PipelinesApi';
import { useLag } from '../../hooks/useEntityViews';
import { Dataflow } from '../Dataflow';

/** The drawing, with how far its Flink jobs are behind as soon as that is known. */
export function DataflowWithLag(props: {
  entity: EntityName;
  view: EnvironmentView;
}) {
  const { entity, view } = props;
  const { data } = useLag(entity, view.environment.name);
  const lags = new Map(
    data?.jobs.flatMap(({ entityRef, records }) =>
      records === undefined ? [] : [[entityRef, records] as const],
    ),
  );
  return <Dataflow view={view} lags={lags} />;
}
