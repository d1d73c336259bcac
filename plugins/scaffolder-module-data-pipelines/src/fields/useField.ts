import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect, useState } from 'react';

/** What every field of ours does alike. */
export interface Field<T> {
  title: string;
  description?: string;
  value: T;
  /** Whether to tell what is wrong at an input: not before a person has been there. */
  tells(input: string): boolean;
  /** For an input's `onBlur`. */
  left(input: string): () => void;
}

/**
 * A field without a value gets `initial`: Backstage validates only what has a
 * value.
 */
export function useField<T>(
  props: FieldExtensionComponentProps<T, object>,
  initial: T,
): Field<T> {
  const { schema, uiSchema, formData, rawErrors, errorSchema, onChange } =
    props;
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const empty = formData === undefined;
  useEffect(() => {
    if (empty) onChange(initial);
    // Once: `initial` is a constant, `onChange` is new each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [empty]);
  const refused =
    (rawErrors ?? []).length > 0 || Object.keys(errorSchema ?? {}).length > 0;
  return {
    title: schema.title ?? props.name,
    description: uiSchema['ui:description'] ?? schema.description,
    value: formData ?? initial,
    tells: input => refused || visited.has(input),
    left: input => () => setVisited(before => new Set(before).add(input)),
  };
}
