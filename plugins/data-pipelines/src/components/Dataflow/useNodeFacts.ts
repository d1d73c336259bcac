import {
  JobView,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { durationText } from '../PartFacts';
import { FlowNode } from './foldGraph';

/** What is worth knowing of a node, as short as it can be said. */
export function useNodeFacts(node: FlowNode): string {
  const t = useText();
  const [first, ...others] = node.parts;
  if (others.length > 0) return t('dataflow.unfold');
  const { view } = first;
  if (!view) return '';
  return 'engine' in view ? jobFacts(view) : topicFacts(view);

  function jobFacts({ engine, facts }: JobView) {
    const { version, parallelism } = facts;
    return [
      [t(`common.engine.${engine}`), version].filter(Boolean).join(' '),
      ...(parallelism === undefined ? [] : [`×${parallelism}`]),
    ].join(' ');
  }

  function topicFacts({ partitions, retention }: TopicView) {
    return [
      ...(partitions === undefined
        ? []
        : [t('dataflow.partitions', { count: partitions })]),
      ...(retention === undefined
        ? []
        : [retention < 0 ? t('facts.forEver') : durationText(retention, t)]),
    ].join(' · ');
  }
}
