import { RefObject, useEffect, useRef } from 'react';

/** The next page is asked for while so much is still below the window (px). */
const AHEAD = 3_000;
/** A page may fail, or be of a list that is another by then: asked again so often (ms). */
const AGAIN = 2_000;

/**
 * Asks for more for as long as the end of a list is near.
 *
 * @param onEnd - absent where there is no more; may be called while it is at work
 * @param length - of the list as it is drawn
 * @returns what belongs on an element below the list
 */
export function useNearEnd(
  onEnd: (() => void) | undefined,
  length: number,
): RefObject<HTMLDivElement> {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!onEnd || !end.current) return undefined;
    let again: ReturnType<typeof setInterval> | undefined;
    const observer = new IntersectionObserver(
      entries => {
        clearInterval(again);
        if (!entries.at(-1)?.isIntersecting) return;
        onEnd();
        again = setInterval(onEnd, AGAIN);
      },
      { rootMargin: `0px 0px ${AHEAD}px 0px` },
    );
    observer.observe(end.current);
    return () => {
      observer.disconnect();
      clearInterval(again);
    };
    // Watched anew after each page: where its rows fill no window, another comes.
  }, [onEnd, length]);
  return end;
}
