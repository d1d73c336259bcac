import { Select } from '@backstage/ui';
import styles from './FleetPage.module.css';

/** One value that a filter can have. */
export interface FacetOption {
  value: string;
  label: string;
  /** How many pipelines have it. */
  count?: number;
}

/** A filter of several values, each with the number of its pipelines. */
export function FacetSelect(props: {
  label: string;
  options: readonly FacetOption[];
  selected: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const { label, options, selected, onChange } = props;
  const known = new Set(options.map(({ value }) => value));
  // What the address asks for is shown even where no pipeline has it.
  const missing = selected.filter(value => !known.has(value));
  return (
    <Select
      className={styles.facet}
      aria-label={label}
      placeholder={label}
      selectionMode="multiple"
      options={[
        ...options,
        ...missing.map(value => ({ value, label: value, count: undefined })),
      ].map(({ value, label: name, count }) => ({
        id: value,
        label: count === undefined ? name : `${name} (${count})`,
      }))}
      value={[...selected]}
      onChange={values => onChange(values.map(String))}
    />
  );
}
