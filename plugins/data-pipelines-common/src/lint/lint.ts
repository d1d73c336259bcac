import { identityOf, RenderedObject } from './compare/renderedObject';
import { LintFinding, LintSeverity, Violation } from './finding';
import { LintRule } from './lintRule';
import { ObjectIdentity } from './objectIdentity';
import { LintProfile, PROFILES } from './profiles';
import { LintInput, RenderedPipeline } from './RenderedPipeline';
import { RULES } from './rules';

/** An object's annotation `lint.headworks.dev/<rule>` says why it may break a rule. */
export const ANNOTATION_ACCEPTED = 'lint.headworks.dev/';

const ORDER: Record<LintSeverity, number> = { error: 0, warning: 1, info: 2 };

/**
 * Checks a whole rendered pipeline against every rule of its profile; the
 * worst first. The same in wizard, CLI, CI and backend.
 *
 * @public
 */
export function lint(input: LintInput): LintFinding[] {
  const profile = input.profile ?? profileOf(input);
  const pipeline = new RenderedPipeline(input);
  const objects = new Map(
    input.objects.map(object => [identityOf(object), object]),
  );
  return RULES.flatMap(rule =>
    findings({ rule, profile, pipeline, objects }),
  ).sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/** What the values say, else production where the environment's name begins so. */
export function profileOf({ values }: Pick<LintInput, 'values'>): LintProfile {
  const { profile, environment } = values.global ?? {};
  return profile ?? (environment?.startsWith('prod') ? 'prod' : 'dev');
}

function findings(options: {
  rule: LintRule;
  profile: LintProfile;
  pipeline: RenderedPipeline;
  objects: ReadonlyMap<string, RenderedObject>;
}): LintFinding[] {
  const { rule, profile, pipeline, objects } = options;
  const severity = PROFILES[rule.id]?.[profile] ?? 'off';
  if (severity === 'off') return [];
  return rule.check(pipeline).map(violation => {
    const accepted = reasonFor(rule.id, violation, pipeline, objects);
    return {
      rule: rule.id,
      severity,
      ...violation,
      ...(accepted && { accepted }),
    };
  });
}

/** From the object's annotation, else from `global.lint.accepted`. */
function reasonFor(
  rule: string,
  { object }: Violation,
  pipeline: RenderedPipeline,
  objects: ReadonlyMap<string, RenderedObject>,
): string | undefined {
  const inValues = pipeline.values.global?.lint?.accepted?.[rule];
  if (!object) return inValues?.pipeline;
  return (
    annotationOf(rule, object, objects) ??
    inValues?.[`${object.kind}/${object.name}`]
  );
}

function annotationOf(
  rule: string,
  { apiVersion, kind, namespace, name }: ObjectIdentity,
  objects: ReadonlyMap<string, RenderedObject>,
) {
  const key = identityOf({ apiVersion, kind, metadata: { namespace, name } });
  return objects.get(key)?.metadata.annotations?.[
    `${ANNOTATION_ACCEPTED}${rule}`
  ];
}
