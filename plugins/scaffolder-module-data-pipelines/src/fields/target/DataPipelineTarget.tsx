import { Text } from '@backstage/ui';
import {
  ClusterList,
  ClusterView,
  NamespaceList,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useAnswer } from '../../api/useAnswer';
import { FieldGroup } from '../../components/FieldGroup';
import { Columns, SuggestField } from '../../components/inputs';
import { Target } from '../answers';
import { useField } from '../useField';
import { targetSchema } from './schema';
import { targetProblems } from './targetProblems';

const ENVIRONMENTS = ['dev', 'staging', 'prod'];
const NOWHERE: Partial<Target> = { environment: 'dev' };

/** Cluster, namespace and environment, of what the portal can reach. */
export function DataPipelineTarget(props: typeof targetSchema.TProps) {
  const { onChange, uiSchema } = props;
  const field = useField(props, NOWHERE);
  const target = field.value;
  const clusters = useAnswer<ClusterList>('/clusters');
  const namespaces = useAnswer<NamespaceList>(
    clusters.data?.items.some(({ name }) => name === target.cluster)
      ? `/clusters/${encodeURIComponent(target.cluster!)}/namespaces`
      : undefined,
  );
  const problems = targetProblems(target);
  const inputProps = (input: keyof Target) => ({
    value: target[input],
    isRequired: true,
    problem: field.tells(input) ? problems[input] : undefined,
    onBlur: field.left(input),
    onChange: (text: string) => onChange({ ...target, [input]: text }),
  });
  const environments = uiSchema['ui:options']?.environments ?? ENVIRONMENTS;
  const chosen = clusters.data?.items.find(
    ({ name }) => name === target.cluster,
  );
  const note =
    (clusters.error &&
      `The portal could not say which clusters it reaches: ${clusters.error.message}. Type the name of yours.`) ??
    (chosen && silence(chosen)) ??
    namespaces.data?.error ??
    namespaces.error?.message;

  return (
    <FieldGroup title={field.title} description={field.description}>
      <Columns>
        <SuggestField
          {...inputProps('environment')}
          label="Environment"
          description="A name that begins with prod has the checks of production"
          suggestions={environments.map(value => ({ value }))}
        />
        <SuggestField
          {...inputProps('cluster')}
          label="Cluster"
          description="Its name in the portal"
          suggestions={(clusters.data?.items ?? []).map(cluster => ({
            value: cluster.name,
            description: silence(cluster),
          }))}
        />
        <SuggestField
          {...inputProps('namespace')}
          label="Namespace"
          description="In that cluster"
          suggestions={(namespaces.data?.items ?? []).map(value => ({ value }))}
        />
      </Columns>
      {note && (
        <Text color="warning" role="status">
          {note}
        </Text>
      )}
    </FieldGroup>
  );
}

/** Why a cluster has nothing to suggest. */
function silence({ status, error }: ClusterView): string | undefined {
  if (status === 'live' || status === 'connecting') return undefined;
  return error ?? 'It does not answer.';
}
