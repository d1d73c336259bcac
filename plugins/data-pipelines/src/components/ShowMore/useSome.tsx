import { Button } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { useText } from '../../translations';

/**
 * The first of many rows, and a button for the next ones.
 *
 * @param first - how many are shown before somebody asks for more; then five
 * times as many are added each time
 */
export function useSome<T>(
  all: readonly T[],
  first: number,
): { some: readonly T[]; more: ReactNode } {
  const t = useText();
  const [shown, setShown] = useState(first);
  const left = all.length - shown;
  return {
    some: all.slice(0, shown),
    more:
      left > 0 ? (
        <Button variant="secondary" onPress={() => setShown(shown + 5 * first)}>
          {t('common.showMore', { count: left })}
        </Button>
      ) : null,
  };
}
