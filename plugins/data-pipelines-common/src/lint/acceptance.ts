import { identityOf, RenderedObject } from './compare/renderedObject';
import { Violation } from './finding';
import { RenderedPipeline } from './RenderedPipeline';

/** An object's annotation `lint.headworks.dev/<rule>` says why it may break a rule. */
export const ANNOTATION_ACCEPTED = 'lint.headworks.dev/';

/** Shorter is no reason: "ok", "later", "todo". */
export const SHORTEST_REASON = 10;

/** A reason why something may break a rule. */
export interface Acceptance {
  rule: string;
  reason: string;
  /** Where it stands: an object's annotation, or in the values. */
  object?: RenderedObject;
  path: string;
  /** Whether it is about what this violation blames. */
  covers(violation: Violation): boolean;
}

/** Whether there is a reason and not merely a word. */
export function hasReason({ reason }: Acceptance): boolean {
  return `${reason}`.trim().length >= SHORTEST_REASON;
}

/** Everything that somebody accepted, on the objects first. */
export function acceptancesOf({
  objects,
  values,
}: RenderedPipeline): Acceptance[] {
  const accepted = values.global?.lint?.accepted ?? {};
  return [
    ...objects.flatMap(onObject),
    ...Object.entries(accepted).flatMap(([rule, reasons]) =>
      Object.entries(reasons).map(([whom, reason]) => ({
        rule,
        reason,
        path: `values.global.lint.accepted.${rule}.${whom}`,
        covers: ({ object }: Violation) =>
          whom === (object ? `${object.kind}/${object.name}` : 'pipeline'),
      })),
    ),
  ];
}

function onObject(object: RenderedObject): Acceptance[] {
  const identity = identityOf(object);
  return Object.entries(object.metadata.annotations ?? {})
    .filter(([key]) => key.startsWith(ANNOTATION_ACCEPTED))
    .map(([key, reason]) => ({
      rule: key.slice(ANNOTATION_ACCEPTED.length),
      reason,
      object,
      path: `metadata.annotations.${key}`,
      covers: (violation: Violation) =>
        violation.object !== undefined &&
        identityOf({
          ...violation.object,
          metadata: violation.object,
        }) === identity,
    }));
}
