import { Flex } from '@backstage/ui';
import {
  ActionView,
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
  environment: string;
  /** Whose actions are told; absent where a part is not there. */
  objects: ReadonlyArray<ObjectRef | undefined>;
  children: ReactNode;
}) {
  const { pipeline, environment, objects, children } = props;
  const [asked, setAsked] = useState<Asked>();
  const actions = usePartActions(pipeline);
  const last = lastOfEach(actions.data?.items ?? [], objects);
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
          environment={environment}
          {...asked}
          onDone={actions.reload}
          onClose={() => setAsked(undefined)}
        />
      )}
    </AskProvider>
  );
}

/** The newest of each of these objects. */
function lastOfEach(
  actions: readonly ActionView[],
  objects: ReadonlyArray<ObjectRef | undefined>,
): ActionView[] {
  const here = new Set(
    objects.flatMap(object => (object ? keyOf(object) : [])),
  );
  return actions.filter(({ part }) => part && here.delete(keyOf(part)));
}

function keyOf({ cluster, kind, namespace, name }: ObjectRef): string {
  return JSON.stringify([cluster, kind, namespace, name]);
}
