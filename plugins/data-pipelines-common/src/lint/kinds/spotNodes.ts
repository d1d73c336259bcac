import { PodTemplate } from './pod';

const SPOT = /spot|preempt/i;

/** What of a pod asks for nodes that may be taken away, such as `node.example.com/lifecycle: spot`. */
export function spotSelector({ spec = {} }: PodTemplate): string | undefined {
  const found = Object.entries(spec.nodeSelector ?? {}).find(
    ([key, value]) => SPOT.test(value) || (SPOT.test(key) && value === 'true'),
  );
  return found?.join(': ');
}

/** What of a pod lets it run on them, such as the toleration `spot`. */
export function spotToleration({ spec = {} }: PodTemplate): string | undefined {
  const found = (spec.tolerations ?? []).find(
    ({ key = '', value = '' }) => SPOT.test(key) || SPOT.test(value),
  );
  return found && (found.key ?? found.value);
}
