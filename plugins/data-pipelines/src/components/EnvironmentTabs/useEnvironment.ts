import {
  Environment,
  severity,
  Verdict,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

interface Choice {
  environment: Environment;
  verdict: Verdict;
}

const PARAMETER = 'environment';

/**
 * Which environment a page shows: the one in its address, else the worst when
 * it was opened. A later change moves nobody elsewhere.
 */
export function useEnvironment<T extends Choice>(
  choices: readonly T[],
): { chosen: T | undefined; choose: (name: string) => void } {
  const [params, setParams] = useSearchParams();
  const first = useRef<string>();
  first.current ??= worst(choices)?.environment.name;
  const named = (name: string | null | undefined) =>
    choices.find(({ environment }) => environment.name === name);
  return {
    chosen: named(params.get(PARAMETER)) ?? named(first.current) ?? choices[0],
    choose: name =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          next.set(PARAMETER, name);
          return next;
        },
        { replace: true },
      ),
  };
}

function worst<T extends Choice>(choices: readonly T[]): T | undefined {
  return [...choices].sort(
    (a, b) => severity(a.verdict.health) - severity(b.verdict.health),
  )[0];
}
