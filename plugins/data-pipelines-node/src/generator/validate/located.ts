import { Problem } from '@headworks/backstage-plugin-data-pipelines-common';

/** A problem whose place is still in parts, since keys may hold dots. */
export interface Located {
  at: string[];
  problem: string;
  remedy: string;
}

/** As people read it. */
export function toProblem({ at, problem, remedy }: Located): Problem {
  return { path: at.join('.'), problem, remedy };
}
