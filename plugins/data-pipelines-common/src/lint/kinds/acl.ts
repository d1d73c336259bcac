import { Acl } from './kafka';

/** Whether Kafka's rules let somebody do something; what is denied wins. */
export function allows(
  acls: readonly Acl[],
  operation: string,
  type: string,
  name: string,
): boolean {
  const matching = acls.filter(
    ({ operations = [], resource }) =>
      resource?.type === type &&
      (operations.includes(operation) || operations.includes('All')) &&
      covers(resource, name),
  );
  return (
    matching.length > 0 &&
    matching.every(acl => (acl.type ?? 'allow') === 'allow')
  );
}

function covers(
  { name = '', patternType }: NonNullable<Acl['resource']>,
  wanted: string,
) {
  return patternType === 'prefix'
    ? wanted.startsWith(name)
    : name === '*' || name === wanted;
}
