import { RefObject, useEffect, useRef } from 'react';

/** Milliseconds after the last step of a scroll in which it is over. */
const OVER = 150;

/**
 * Marks an element with `data-scrolling` while the page scrolls below the
 * pointer. What the pointer passes over then is not meant, and to draw each row
 * as pointed at and back again takes longer than the scrolling itself.
 */
export function useScrollMark(): RefObject<HTMLDivElement> {
  const marked = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      timer = undefined;
      delete marked.current?.dataset.scrolling;
    };
    const onScroll = () => {
      // Of whatever scrolls: the portal decides which element that is.
      if (timer === undefined && marked.current) {
        marked.current.dataset.scrolling = '';
      }
      clearTimeout(timer);
      timer = setTimeout(end, OVER);
    };
    const options = { capture: true, passive: true };
    document.addEventListener('scroll', onScroll, options);
    return () => {
      document.removeEventListener('scroll', onScroll, options);
      clearTimeout(timer);
    };
  }, []);
  return marked;
}
