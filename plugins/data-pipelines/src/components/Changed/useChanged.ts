import { useEffect, useRef, useState } from 'react';

/** How long a change is marked where it happened, in milliseconds. */
const SHOWN = 2_500;

/** Whether a value has just become another one; not when it is first seen. */
export function useChanged(value: string | undefined): boolean {
  const before = useRef(value);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (before.current === value) return undefined;
    before.current = value;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), SHOWN);
    return () => clearTimeout(timer);
  }, [value]);
  return changed;
}
