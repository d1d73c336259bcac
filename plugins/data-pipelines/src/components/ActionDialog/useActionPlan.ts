import { useApi } from '@backstage/core-plugin-api';
import {
  ActionPreview,
  ActionQuestion,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useCallback, useEffect, useState } from 'react';
import { EntityName, pipelinesApiRef } from '../../api/PipelinesApi';

/** What an action will do, and a way to have it done as it is shown. */
export interface ActionPlanning {
  preview?: ActionPreview;
  error?: Error;
  pending: boolean;
  /** @returns whether it was taken up */
  go(acknowledged: string[]): Promise<boolean>;
}

/**
 * Asks what an action will do, again when the question is another. Where
 * something changed meanwhile, the refusal stands beside the plan of now.
 *
 * @param question - must be stable between renders
 */
export function useActionPlan(
  { namespace, name }: EntityName,
  question: ActionQuestion,
): ActionPlanning {
  const api = useApi(pipelinesApiRef);
  const [preview, setPreview] = useState<ActionPreview>();
  const [error, setError] = useState<Error>();
  const [pending, setPending] = useState(false);

  const look = useCallback(async () => {
    setPreview(await api.previewAction({ namespace, name }, question));
  }, [api, namespace, name, question]);

  useEffect(() => {
    let stale = false;
    setPreview(undefined);
    setError(undefined);
    api.previewAction({ namespace, name }, question).then(
      answer => stale || setPreview(answer),
      (caught: Error) => stale || setError(caught),
    );
    return () => {
      stale = true;
    };
  }, [api, namespace, name, question]);

  const go = async (acknowledged: string[]) => {
    if (!preview) return false;
    setPending(true);
    setError(undefined);
    try {
      const { fingerprint } = preview;
      const order = { ...question, fingerprint, acknowledged };
      await api.orderAction({ namespace, name }, order);
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
