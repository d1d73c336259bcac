/** One of our templates in the portal's wizard, its form filled. */
export function templateLink(
  template: 'change-job' | 'upgrade',
  form: Record<string, string>,
): string {
  const text = encodeURIComponent(JSON.stringify(form));
  return `/create/templates/default/${template}?formData=${text}`;
}
