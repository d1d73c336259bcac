import { Command } from 'commander';
import type { CommandContext } from '../program';

/** A command that is loaded only when it is asked for. */
export interface CommandEntry {
  name: string;
  description: string;
  load(): Promise<{ command(context: CommandContext): Command }>;
}

/** What there is, in the order of the help. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'new',
    description:
      'Makes the repository of a pipeline, from a few questions or a file.',
    load: () => import('./new'),
  },
  {
    name: 'check',
    description: 'Checks every environment: values, Helm, then the rules.',
    load: () => import('./check'),
  },
  {
    name: 'render',
    description:
      'Prints the objects of one environment as YAML, in the order in which Helm makes them.',
    load: () => import('./render'),
  },
  {
    name: 'diff',
    description:
      'Says what changes in the objects and what that does to each running job.',
    load: () => import('./diff'),
  },
  {
    name: 'upgrade',
    description: 'Moves a pipeline to the charts of this version.',
    load: () => import('./upgrade'),
  },
  {
    name: 'crds',
    description:
      "Holds the objects against an operator's definitions (CRDs), of a cluster or of a version.",
    load: () => import('./crds'),
  },
];
