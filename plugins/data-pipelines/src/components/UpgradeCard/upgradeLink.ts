/** The wizard's template `upgrade`, its form filled with the pipeline. */
export function upgradeLink(entityRef: string): string {
  const form = JSON.stringify({ pipeline: entityRef });
  return `/create/templates/default/upgrade?formData=${encodeURIComponent(
    form,
  )}`;
}
