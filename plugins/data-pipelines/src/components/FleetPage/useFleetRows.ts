import { PipelineSummary } from '@headworks/backstage-plugin-data-pipelines-common';
import { useEffect, useMemo, useRef, useState } from 'react';
import { heldOrder } from './heldOrder';

/** A row of the table; the same object as long as it shows the same. */
export interface FleetRow {
  id: string;
  pipeline: PipelineSummary;
  /** It changed a moment ago, while it was on screen. */
  marked: boolean;
}

/** How long a change is marked (ms); the style fades over the same time. */
const MARKED = 2_500;

/**
 * Rows that stay where they are while they change, and are marked for a
 * moment where they did.
 *
 * @param pipelines - in the backend's order; what did not change is the same object
 * @param question - another one is another list: its order is the backend's
 * @param held - whether the person is at work in the table
 */
export function useFleetRows(
  pipelines: readonly PipelineSummary[],
  question: string,
  held: boolean,
): { rows: FleetRow[]; reordered: boolean; reorder: () => void } {
  const shown = useRef<{ question: string; refs: string[] }>({
    question,
    refs: [],
  });
  const [version, setVersion] = useState(0);
  const marked = useMarks(pipelines, question);
  const cache = useRef(new Map<string, FleetRow>());

  const hold = held && shown.current.question === question;
  const ordered = useMemo(
    () => (hold ? heldOrder(shown.current.refs, pipelines) : pipelines),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `shown` was emptied
    [hold, pipelines, version],
  );
  useEffect(() => {
    shown.current = {
      question,
      refs: ordered.map(({ entityRef }) => entityRef),
    };
  }, [question, ordered]);

  const rows = useMemo(() => {
    const next = ordered.map(pipeline => {
      const id = pipeline.entityRef;
      const before = cache.current.get(id);
      return before?.pipeline === pipeline && before.marked === marked.has(id)
        ? before
        : { id, pipeline, marked: marked.has(id) };
    });
    cache.current = new Map(next.map(row => [row.id, row]));
    return next;
  }, [ordered, marked]);

  return {
    rows,
    reordered: ordered.some((one, index) => one !== pipelines[index]),
    reorder: () => {
      shown.current = { question, refs: [] };
      setVersion(count => count + 1);
    },
  };
}

/** Refs of the pipelines that look different from a moment ago. */
function useMarks(
  pipelines: readonly PipelineSummary[],
  question: string,
): ReadonlySet<string> {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const before = useRef({ question, looks: new Map<string, string>() });
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const looks = new Map(pipelines.map(one => [one.entityRef, look(one)]));
    const old =
      before.current.question === question
        ? before.current.looks
        : new Map<string, string>();
    before.current = { question, looks };
    const changed = [...looks].flatMap(([ref, now]) =>
      old.has(ref) && old.get(ref) !== now ? ref : [],
    );
    if (changed.length === 0) return;
    setMarked(marks => new Set([...marks, ...changed]));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setMarked(
        marks => new Set([...marks].filter(ref => !changed.includes(ref))),
      );
    }, MARKED);
    timers.current.add(timer);
  }, [pipelines, question]);

  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach(timer => clearTimeout(timer));
  }, []);
  return marked;
}

/** What of a pipeline is worth looking up for. */
function look({ verdict, environments }: PipelineSummary): string {
  return [verdict, ...environments.map(one => one.verdict)]
    .map(one => `${one.health} ${one.message}`)
    .join('\n');
}
