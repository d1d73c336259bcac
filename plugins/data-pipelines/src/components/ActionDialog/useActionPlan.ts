import {
  ActionOrder,
  ActionPreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useCallback, useEffect, useState } from 'react';

/** What an action will do, and a way to have it done as it is shown. */
export interface ActionPlanning {
  preview?: ActionPreview;
  error?: Error;
  pending: boolean;
  /** @returns whether it was taken up */
  go(acknowledged: string[]): Promise<boolean>;
}

/** How the backend is asked about one action. */
export interface ActionAsk {
  preview(): Promise<ActionPreview>;
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
export function useActionPlan(ask: ActionAsk): ActionPlanning {
  const [preview, setPreview] = useState<ActionPreview>();
  const [error, setError] = useState<Error>();
  const [pending, setPending] = useState(false);

  const look = useCallback(async () => {
    setPreview(await ask.preview());
  }, [ask]);

  useEffect(() => {
    let stale = false;
    setPreview(undefined);
    setError(undefined);
    ask.preview().then(
      answer => stale || setPreview(answer),
      (caught: Error) => stale || setError(caught),
    );
    return () => {
      stale = true;
    };
  }, [ask]);

  const go = async (acknowledged: string[]) => {
    if (!preview) return false;
    setPending(true);
    setError(undefined);
    try {
      await ask.order({ fingerprint: preview.fingerprint, acknowledged });
      return true;
    } catch (caught) {
      setError(caught as Error);
      await look().catch(() => {});
      return false;
    } finally {
      setPending(false);
    }
  };
  return { preview, error, pending, go };
}
