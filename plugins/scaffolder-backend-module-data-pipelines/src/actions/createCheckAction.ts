import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  checkRepository,
  Helm,
  readPipeline,
  readRepository,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { describeFinding } from '../describeFinding';
import { Settings } from '../settings';

/** Checks a pipeline in the workspace with real Helm and every rule. */
export function createCheckAction({ settings }: { settings: Settings }) {
  return createTemplateAction({
    id: 'data-pipelines:check',
    description:
      'Renders every environment of the pipeline in the workspace with Helm and checks the objects; refuses what a rule calls an error',
    supportsDryRun: true,
    examples: [
      {
        description: 'Before it is published, and against its cluster',
        example: `steps:
  - id: check
    name: Check it
    action: data-pipelines:check
    input:
      target:
        cluster: east
        namespace: orders
        environment: dev
`,
      },
    ],
    schema: {
      input: {
        target: z =>
          z
            .object({
              cluster: z.string(),
              namespace: z.string(),
              environment: z.string(),
            })
            .optional()
            .describe(
              'Where it will be installed: tried there without installing, if the portal may install there',
            ),
        sourcePath: z =>
          z
            .string({ description: "The pipeline's folder in the workspace" })
            .optional(),
      },
      output: {
        objects: z =>
          z.array(z.string(), { description: 'Kinds that it makes' }),
      },
    },
    async handler(ctx) {
      const { target, sourcePath = '.' } = ctx.input;
      const { helm } = settings;
      const dir = resolveSafeChildPath(ctx.workspacePath, sourcePath);
      const kubeconfig = target && settings.install.get(target.cluster);
      if (target && kubeconfig) await wantNamespace(helm, target, kubeconfig);

      const files = await readRepository(dir);
      const kinds = new Set<string>();
      const errors: string[] = [];
      for (const environment of await checkRepository({ files, helm })) {
        const { name, objects, findings, error } = environment;
        if (error) throw new InputError(`Environment ${name}: ${error}`);
        await helm.lint({ dir, values: [`values-${name}.yaml`] });
        objects.forEach(({ kind }) => kinds.add(kind));
        ctx.logger.info(
          `${name}: ${objects.length} objects, ${
            findings.length || 'no'
          } findings`,
        );
        for (const finding of findings) {
          const line = `${name}: ${describeFinding(finding)}`;
          if (finding.accepted || finding.severity === 'info') {
            ctx.logger.info(line);
          } else if (finding.severity === 'error') errors.push(line);
          else ctx.logger.warn(line);
        }
      }
      if (errors.length > 0) throw new InputError(errors.join('\n'));

      if (target && kubeconfig) {
        const release = readPipeline(files).pipeline.name;
        await tryThere({ helm, dir, release, target, kubeconfig });
      }
      ctx.output('objects', [...kinds].sort());
    },
  });
}

interface Target {
  cluster: string;
  namespace: string;
  environment: string;
}

async function wantNamespace(helm: Helm, target: Target, kubeconfig: string) {
  const { cluster, namespace } = target;
  if (!(await helm.hasNamespace({ namespace, kubeconfig }))) {
    throw new InputError(
      `Where it runs › Namespace: "${namespace}" does not exist in cluster ${cluster}; create it, or choose another one`,
    );
  }
}

async function tryThere(options: {
  helm: Helm;
  dir: string;
  release: string;
  target: Target;
  kubeconfig: string;
}) {
  const { helm, dir, release, target, kubeconfig } = options;
  try {
    await helm.dryRun({
      ...{ dir, release, kubeconfig, namespace: target.namespace },
      values: [`values-${target.environment}.yaml`],
    });
  } catch (error) {
    throw explainConflict(error as Error);
  }
}

/** Helm's sentence about somebody else's object, in the words of the form. */
function explainConflict(error: Error): Error {
  const match =
    /(\S+) "([^"]+)" in namespace "([^"]+)" exists and cannot be imported.*current value is "([^"]+)"/s.exec(
      error.message,
    );
  if (!match) return error;
  const [, kind, object, namespace, release] = match;
  return new ConflictError(
    kind === 'KafkaTopic'
      ? `Topics › ${object}: the pipeline "${release}" declares it already; mark it as declared by somebody else, or choose another name`
      : `${kind} "${object}" in namespace "${namespace}" belongs to the release "${release}" already; choose another name`,
  );
}
