import {
  RESOURCES,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { SaidReason } from './healthReasons';

/** A kind, with the reason codes that its rule may give. */
export interface KindReasons {
  resource: ResourceId;
  said: readonly SaidReason[];
}

const INTRODUCTION = `<!-- from the health rules by: yarn health -->

# Health

What the portal says of each thing, by its reason code. A code is stable: search
for it here at three in the morning. ‹…› stands for what only the moment tells. A
code that is not here is the operator's own, passed on.

| health | means |
| --- | --- |
| Degraded | It does not do its work, or not all of it. Somebody should look. |
| Missing | It should be there and is not. |
| Unknown | Nobody can tell how it is. |
| Progressing | It is on its way, as far as anybody can tell. |
| Suspended | It is stopped because somebody asked for it. |
| Healthy | It does its work, or has done it. |
`;

/** The page of all reason codes. */
export function healthPage(
  kinds: readonly KindReasons[],
  others: readonly SaidReason[],
): string {
  const all = new Map<string, Entry[]>();
  for (const { resource, said } of kinds) {
    said.forEach(one => add(all, one, nameOf(resource)));
  }
  others.forEach(one => add(all, one, 'pipeline'));
  const ofPods = new Set(
    kinds.flatMap(({ said }) => said.filter(isShared)).map(codeOf),
  );
  const codes = [...all.keys()].sort((a, b) => a.localeCompare(b));
  return [
    INTRODUCTION,
    '## Codes of each kind',
    '',
    ...kinds.map(({ resource, said }) => {
      const own = said.filter(one => !isShared(one)).map(codeOf);
      return `- **${nameOf(resource)}**: ${links(own)}`;
    }),
    `- **Pods of any of them**: ${links(ofPods)}`,
    '',
    '## What each code says',
    ...codes.flatMap(code => [
      '',
      `### ${code}`,
      '',
      ...all.get(code)!.map(line),
    ]),
    '',
  ].join('\n');
}

interface Entry extends SaidReason {
  kinds: string[];
}

function add(all: Map<string, Entry[]>, said: SaidReason, kind: string) {
  const entries = all.get(said.reason) ?? [];
  all.set(said.reason, entries);
  const known = entries.find(
    ({ message, nextStep, health }) =>
      message === said.message &&
      nextStep === said.nextStep &&
      health.join() === said.health.join(),
  );
  if (!known) entries.push({ ...said, kinds: [kind] });
  else if (!known.kinds.includes(kind)) known.kinds.push(kind);
}

function line(entry: Entry): string {
  const { health, kinds, message, nextStep } = entry;
  const how = health.join(' or ') || 'Degraded';
  const whose = isShared(entry) ? 'pods' : kinds.join(', ');
  const step = nextStep === OPEN ? '' : nextStep;
  return `- **${how}** (${whose}): “${message}.” ${step}`.replace(
    new RegExp(`(${OPEN})+`, 'g'),
    OPEN,
  );
}

/** What only the moment tells. */
const OPEN = '‹…›';

function isShared({ file }: SaidReason): boolean {
  return file.startsWith('witness/');
}

function codeOf({ reason }: SaidReason): string {
  return reason;
}

function nameOf(resource: ResourceId): string {
  const { kind, group } = RESOURCES[resource];
  const twice = Object.values(RESOURCES).filter(other => other.kind === kind);
  return twice.length > 1 ? `${kind} of ${group}` : kind;
}

function links(codes: Iterable<string>): string {
  return [...new Set(codes)]
    .sort()
    .map(code => `[${code}](#${code.toLowerCase()})`)
    .join(', ');
}
