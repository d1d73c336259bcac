import {
  Health,
  PipelineSummary,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What the fleet shows. */
export interface FleetFilter {
  text: string;
  health: Health | '';
  owner: string;
}

/** The rows that match, worst first, then the most recent change, then the name. */
export function filterPipelines(
  pipelines: readonly PipelineSummary[],
  filter: FleetFilter,
): PipelineSummary[] {
  const text = filter.text.trim().toLowerCase();
  return pipelines
    .filter(
      ({ name, title, owner, verdict }) =>
        (!filter.health || verdict.health === filter.health) &&
        (!filter.owner || owner === filter.owner) &&
        (!text ||
          [name, title, verdict.message].some(part =>
            part?.toLowerCase().includes(text),
          )),
    )
    .sort(
      (a, b) =>
        severity(a.verdict.health) - severity(b.verdict.health) ||
        (b.verdict.since ?? '').localeCompare(a.verdict.since ?? '') ||
        a.name.localeCompare(b.name, undefined, { numeric: true }),
    );
}
