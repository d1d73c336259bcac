import {
  CompoundEntityRef,
  parseEntityRef,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
} from '@backstage/catalog-model';
import {
  Direction,
  EntityRelationsGraph,
} from '@backstage/plugin-catalog-graph';
import { useMemo } from 'react';
import styles from './Dataflow.module.css';

/** The catalog's graph of jobs and topics, drawn in the direction of the data. */
export function Dataflow(props: { entityRefs: string[] }) {
  // A new array each time would make the graph load again.
  const key = props.entityRefs.join(',');
  const roots = useMemo<CompoundEntityRef[]>(
    () => (key ? key.split(',').map(ref => parseEntityRef(ref)) : []),
    [key],
  );
  return (
    <div className={styles.graph} role="img" aria-label="Dataflow">
      <EntityRelationsGraph
        rootEntityNames={roots}
        relations={[RELATION_DEPENDENCY_OF, RELATION_DEPENDS_ON]}
        relationPairs={[[RELATION_DEPENDENCY_OF, RELATION_DEPENDS_ON]]}
        direction={Direction.LEFT_RIGHT}
        maxDepth={1}
        mergeRelations
        unidirectional
        showArrowHeads
        renderLabel={NoLabel}
        zoom="disabled"
        allowFullscreen={false}
      />
    </div>
  );
}

/** Every edge means the same here: the data goes that way. */
function NoLabel() {
  return <g />;
}
