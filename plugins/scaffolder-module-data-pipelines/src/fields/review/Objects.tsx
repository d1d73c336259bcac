import { Text } from '@backstage/ui';
import {
  EnvironmentPreview,
  ObjectIdentity,
} from '@headworks/backstage-plugin-data-pipelines-common';
import styles from './Objects.module.css';

/** The objects that will exist, by their kind. */
export function Objects(props: { environments: EnvironmentPreview[] }) {
  const { environments } = props;
  return (
    <>
      {environments.map(({ name, objects }) => (
        <div key={name} className={styles.environment}>
          <Text color="secondary">
            {objects.length} in {name}
          </Text>
          <dl className={styles.kinds}>
            {kindsOf(objects).map(([kind, ofKind]) => (
              <div key={kind} className={styles.kind}>
                <dt>
                  {kind} ({ofKind.length})
                </dt>
                {ofKind.map(object => (
                  <dd key={`${object.namespace}/${object.name}`}>
                    {object.name}
                    <span className={styles.namespace}>
                      {object.namespace && ` in ${object.namespace}`}
                    </span>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
}

function kindsOf(objects: ObjectIdentity[]) {
  const kinds = new Map<string, ObjectIdentity[]>();
  for (const object of objects) {
    kinds.set(object.kind, [...(kinds.get(object.kind) ?? []), object]);
  }
  return [...kinds].sort(([a], [b]) => a.localeCompare(b));
}
