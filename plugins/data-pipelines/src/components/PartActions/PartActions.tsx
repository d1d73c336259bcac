import { Flex } from '@backstage/ui';
import {
  ActionView,
  EnvironmentView,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode, useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { usePartActions } from '../../hooks';
import { ActionProgress, PartActionDialog } from '../ActionDialog';
import { Asked, AskProvider } from './asking';

/** Where parts have menus: opens the dialog, and says how far the last actions are. */
export function PartActions(props: {
  pipeline: EntityName;
  view: EnvironmentView;
  children: ReactNode;
}) {
  const { pipeline, view, children } = props;
  const [asked, setAsked] = useState<Asked>();
  const actions = usePartActions(pipeline);
  const last = lastOfEach(actions.data?.items ?? [], view);
  return (
    <AskProvider value={setAsked}>
      {last.length > 0 && (
        <Flex direction="column" gap="3">
          {last.map(action => (
            <ActionProgress key={action.id} action={action} />
          ))}
        </Flex>
      )}
      {children}
      {asked && (
        <PartActionDialog
          pipeline={pipeline}
          environment={view.environment.name}
          {...asked}
          onDone={actions.reload}
          onClose={() => setAsked(undefined)}
        />
      )}
    </AskProvider>
  );
}

/** The newest of each part that stands in this environment. */
function lastOfEach(
  actions: readonly ActionView[],
  { topics, kafka, others }: EnvironmentView,
): ActionView[] {
  const here = new Set(
    [...topics, ...kafka, ...others].flatMap(({ object }) =>
      object ? keyOf(object) : [],
    ),
  );
  return actions.filter(({ part }) => part && here.delete(keyOf(part)));
}

function keyOf({ cluster, kind, namespace, name }: ObjectRef): string {
  return JSON.stringify([cluster, kind, namespace, name]);
}
