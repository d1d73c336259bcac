import { Button, Flex, Text } from '@backstage/ui';
import {
  cyclesOf,
  EnvironmentView,
  layoutOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useMemo, useState } from 'react';
import { useText } from '../../translations';
import { behindText } from '../PartFacts';
import styles from './Dataflow.module.css';
import { Edges } from './Edges';
import { FlowNodeBox } from './FlowNodeBox';
import { FlowNode, foldGraph, MOST_NODES } from './foldGraph';
import { Ground } from './Ground';
import { LagsByJob } from './Lags';
import { Legend } from './Legend';
import { liveGraph } from './liveGraph';

/** Five steps fit beside the navigation of a laptop. */
const NODE = { width: 156, height: 72 };
const GAP = { x: 48, y: 16 };

const NO_LAGS: LagsByJob = new Map();

/** Topics and jobs of an environment, left to right, each with its health. */
export function Dataflow(props: { view: EnvironmentView; lags?: LagsByJob }) {
  const { view, lags = NO_LAGS } = props;
  const t = useText();
  const [unfolded, setUnfolded] = useState(false);
  const whole = useMemo(() => liveGraph(view), [view]);
  const graph = useMemo(
    () => foldGraph(whole, unfolded ? Infinity : MOST_NODES),
    [whole, unfolded],
  );
  const layout = useMemo(() => layoutOf(graph, NODE, GAP), [graph]);
  const byId = new Map(graph.nodes.map(node => [node.id, node]));
  const nameOf = (id: string) => labelOf(byId.get(id)!);
  function labelOf({ kind, parts }: FlowNode) {
    return parts.length > 1
      ? t(`dataflow.group.${kind}`, { count: parts.length })
      : parts[0].name;
  }
  const behind = (id: string) => {
    const lag = lags.get(id);
    return lag === undefined ? [] : [behindText(lag, t)];
  };
  const neighboursOf = (id: string) =>
    [
      ...behind(id),
      ...graph.edges
        .filter(({ to }) => to === id)
        .map(({ from }) => t('dataflow.from', { name: nameOf(from) })),
      ...graph.edges
        .filter(({ from }) => from === id)
        .map(({ to }) => t('dataflow.to', { name: nameOf(to) })),
    ].join(', ') || t('dataflow.alone');
  // Who walks through with the keyboard goes with the data.
  const places = [...layout.nodes].sort((a, b) => a.x - b.x || a.y - b.y);
  const folds = whole.nodes.length > MOST_NODES;
  return (
    <Flex direction="column" gap="3">
      <div className={styles.scroll}>
        <div
          className={styles.canvas}
          style={{ width: layout.width, height: layout.height }}
        >
          <Edges layout={layout} nodes={byId} lags={lags} />
          <ul className={styles.nodes} aria-label={t('dataflow.title')}>
            {places.map(({ id, x, y }) => (
              <li
                key={id}
                className={styles.place}
                style={{ left: x, top: y, ...NODE }}
              >
                <FlowNodeBox
                  node={byId.get(id)!}
                  neighbours={neighboursOf(id)}
                  stale={view.verdict.stale}
                  onUnfold={() => setUnfolded(true)}
                />
              </li>
            ))}
          </ul>
        </div>
      </div>
      {cyclesOf(graph).map(loop => (
        <Text as="p" key={loop.join(' ')} color="secondary">
          {t('dataflow.cycle', {
            way: [...loop, loop[0]].map(nameOf).join(' → '),
          })}
        </Text>
      ))}
      <Ground view={view} />
      <Flex justify="between" align="center" className={styles.foot}>
        <Legend numbers={[...lags.values()].some(lag => lag > 0)} />
        {folds && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setUnfolded(!unfolded)}
          >
            {unfolded
              ? t('dataflow.fold')
              : t('dataflow.unfoldAll', {
                  number: String(whole.nodes.length),
                })}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}
