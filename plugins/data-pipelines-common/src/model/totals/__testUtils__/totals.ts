import { objects } from '../../../lint/compare/__testUtils__/objects';
import { totalsOf } from '../../totals';

const GIB = 1024 ** 3;

/** Pods, cores, GiB of memory and of storage, and the names of what has no size. */
export function totals(text: string) {
  const { pods, cpu, memory, storage, unsized } = totalsOf(objects(text));
  return [
    pods,
    cpu,
    memory / GIB,
    storage / GIB,
    ...unsized.map(({ kind, name }) => `${kind}/${name}`),
  ];
}
