import { FocusEvent, KeyboardEvent, RefObject, useEffect, useRef } from 'react';

/** Rows that a page key passes. */
const PAGE = 10;

/**
 * A table of a thousand rows is one stop of the Tab key; in it, up, down, Home,
 * End and the page keys go from row to row, left and right between the links of
 * one. Which link is the stop is said in the document itself: as state it would
 * draw every row anew.
 *
 * @param rows - another list may have lost the link that was the stop
 */
export function useRowKeys(rows: readonly unknown[]): {
  body: RefObject<HTMLDivElement>;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
} {
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!body.current?.querySelector('a[tabindex="0"]')) {
      stopAt(body.current?.querySelector('a'));
    }
  }, [rows]);

  return {
    body,
    onFocus: ({ target }) => {
      if (!(target instanceof HTMLAnchorElement)) return;
      body.current
        ?.querySelectorAll('a[tabindex="0"]')
        .forEach(one => one.setAttribute('tabindex', '-1'));
      stopAt(target);
    },
    onKeyDown: event => {
      const link = (event.target as Element).closest('a');
      const row = link?.closest('[role=row]');
      if (!link || !row || !body.current) return;
      const next =
        inRow(event.key, row, link) ?? inColumn(event.key, row, body.current);
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}

function stopAt(link: Element | null | undefined) {
  link?.setAttribute('tabindex', '0');
}

function inRow(key: string, row: Element, link: HTMLAnchorElement) {
  const links = [...row.querySelectorAll('a')];
  const at = links.indexOf(link);
  if (key === 'ArrowLeft') return links[at - 1];
  if (key === 'ArrowRight') return links[at + 1];
  return undefined;
}

function inColumn(key: string, row: Element, body: Element) {
  const rows = [...body.querySelectorAll('[role=row]')];
  const at = rows.indexOf(row);
  const last = rows.length - 1;
  const places = new Map([
    ['ArrowUp', at - 1],
    ['ArrowDown', at + 1],
    ['PageUp', at - PAGE],
    ['PageDown', at + PAGE],
    ['Home', 0],
    ['End', last],
  ]);
  const place = places.get(key);
  if (place === undefined) return undefined;
  return rows[Math.min(last, Math.max(0, place))].querySelector('a');
}
