import { Change, ChangeSeverity, Finding } from './change';
import { groupOf, identityOf, RenderedObject } from './renderedObject';
import { CompareRule } from './rule';
import { RULES } from './rules';

const ORDER: Record<ChangeSeverity, number> = {
  refused: 0,
  warning: 1,
  info: 2,
};

/**
 * Says what a change does to each object, by two renderings of the same
 * release: what cannot be is refused with a remedy, the worst first. Charts
 * themselves cannot: they do not know what was there before.
 *
 * @param before - what is in the cluster, or in the previous commit
 * @param after - what would be applied
 * @public
 */
export function compare(
  before: readonly RenderedObject[],
  after: readonly RenderedObject[],
): Change[] {
  const newer = new Map(after.map(object => [identityOf(object), object]));
  return before
    .flatMap(object => {
      const now = newer.get(identityOf(object));
      return RULES.filter(rule => applies(rule, object)).flatMap(rule =>
        findings(rule, object, now, after).map(finding => ({
          ...finding,
          object: referenceOf(object),
        })),
      );
    })
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

function applies({ group, kinds }: CompareRule, object: RenderedObject) {
  return group === groupOf(object) && kinds.includes(object.kind);
}

function findings(
  rule: CompareRule,
  before: RenderedObject,
  after: RenderedObject | undefined,
  rendering: readonly RenderedObject[],
): Finding[] {
  const was = { ...before, spec: before.spec ?? {} };
  return after
    ? rule.changed?.({
        before: was,
        after: { ...after, spec: after.spec ?? {} },
        rendering,
      }) ?? []
    : rule.removed?.(was, rendering) ?? [];
}

function referenceOf({ apiVersion, kind, metadata }: RenderedObject) {
  const { namespace, name } = metadata;
  return namespace === undefined
    ? { apiVersion, kind, name }
    : { apiVersion, kind, namespace, name };
}
