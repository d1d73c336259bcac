import { KubernetesObject } from '../client';

const PAUSE = 'strimzi.io/pause-reconciliation';

interface Paused extends KubernetesObject {
  status?: { conditions?: object[] };
}

/** Whether an operator is to leave an object alone; each change of that once. */
export function pauseOf(object: Paused): 'begins' | 'lasts' | 'ends' | 'none' {
  const wanted = object.metadata.annotations?.[PAUSE] === 'true';
  const said = object.status?.conditions?.some(
    condition => Reflect.get(condition, 'type') === 'ReconciliationPaused',
  );
  if (wanted) return said ? 'lasts' : 'begins';
  return said ? 'ends' : 'none';
}
