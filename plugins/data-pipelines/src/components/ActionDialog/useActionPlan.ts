import { ActionOrder } from '@headworks/backstage-plugin-data-pipelines-common';
import { useEffect, useState } from 'react';

/** What an action will do, and a way to have it done as it is shown. */
export interface ActionPlanning<P> {
  /** Of the action before this one, while this one is {@link loading}. */
  preview?: P;
  loading: boolean;
  error?: Error;
  pending: boolean;
  /** @returns whether it was taken up */
  go(acknowledged: string[]): Promise<boolean>;
}

/** How the backend is asked about one action. */
export interface ActionAsk<P> {
  preview(): Promise<P>;
  order(
    seen: Pick<ActionOrder, 'fingerprint' | 'acknowledged'>,
  ): Promise<unknown>;
}

/**
 * Asks what an action will do, again when it is another. Where something
 * changed meanwhile, the refusal stands beside the plan of now.
 *
 * @param ask - must be stable between renders
 */
export function useActionPlan<P extends { fingerprint: string }>(
  ask: ActionAsk<P>,
): ActionPlanning<P> {
  const [preview, setPreview] = useState<P>();
  const [error, setError] = useState<Error>();
  const [loading, setLoading] = useState(true);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    let stale = false;
    const show = (news: { preview?: P; error?: Error }) => {
      if (stale) return;
      setPreview(news.preview);
      setError(news.error);
      setLoading(false);
    };
    setLoading(true);
    ask.preview().then(
      answer => show({ preview: answer }),
      (caught: Error) => show({ error: caught }),
    );
    return () => {
      stale = true;
    };
  }, [ask]);

  const go = async (acknowledged: string[]) => {
    if (!preview || loading) return false;
    setPending(true);
    setError(undefined);
    try {
      await ask.order({ fingerprint: preview.fingerprint, acknowledged });
      return true;
    } catch (caught) {
      setError(caught as Error);
      await ask.preview().then(setPreview, () => {});
      return false;
    } finally {
      setPending(false);
    }
  };
  return { preview, error, loading, pending, go };
}
