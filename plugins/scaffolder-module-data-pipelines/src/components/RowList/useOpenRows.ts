import { useState } from 'react';

/** Which rows are open, and a key for each that stays with it. */
export interface OpenRows {
  isOpen(index: number): boolean;
  keyOf(index: number): number;
  set(index: number, open: boolean): void;
  /** Opens a new row behind the last one. */
  added(): void;
  /** A row behind the last one that needs no more. */
  picked(): void;
  removed(index: number): void;
}

interface Row {
  key: number;
  open: boolean;
}

/** Starts with all rows closed. */
export function useOpenRows(count: number): OpenRows {
  const [state, setState] = useState(() => ({
    next: count,
    rows: Array.from(
      { length: count },
      (_, key): Row => ({ key, open: false }),
    ),
  }));
  const { rows } = state;
  const append = (open: boolean) =>
    setState(before => ({
      next: before.next + 1,
      rows: [...before.rows, { key: before.next, open }],
    }));
  return {
    isOpen: index => rows[index]?.open ?? false,
    keyOf: index => rows[index]?.key ?? index - rows.length - 1,
    set: (index, open) =>
      setState(before => ({
        ...before,
        rows: before.rows.map((row, at) =>
          at === index ? { ...row, open } : row,
        ),
      })),
    added: () => append(true),
    picked: () => append(false),
    removed: index =>
      setState(before => ({
        ...before,
        rows: before.rows.filter((_, at) => at !== index),
      })),
  };
}
