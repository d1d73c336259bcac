import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect, useState } from 'react';

/** What every field of ours does alike. */
export interface Field<T> {
  title: string;
  description?: string;
  value: T;
  /** The wizard did not go on because of it. */
  refused: boolean;
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
  const empty = isEmpty(formData);
  useEffect(() => {
    if (empty) onChange(initial);
    // Once: `initial` is a constant, `onChange` is new each time.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [empty]);
  // Backstage leaves a function there for each field that it validated.
  const below = Object.keys(errorSchema ?? {}).filter(
    key => key !== 'addError',
  );
  const refused = (rawErrors ?? []).length + below.length > 0;
  return {
    title: schema.title ?? props.name,
    description: uiSchema['ui:description'] ?? schema.description,
    value: empty ? initial : formData!,
    refused,
    tells: input => refused || visited.has(input),
    left: input => () => setVisited(before => new Set(before).add(input)),
  };
}

/** Where nothing was said, the form's library makes an empty object. */
function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    (!Array.isArray(value) && Object.keys(value as object).length === 0)
  );
}
