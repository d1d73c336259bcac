/** When what has ended will be deleted, as the end of a sentence; empty for never. */
export function deletedAt(
  ended: string | undefined,
  afterSeconds: number | undefined,
): string {
  const from = Date.parse(ended ?? '');
  if (typeof afterSeconds !== 'number' || afterSeconds < 0) return '';
  const at = new Date(from + afterSeconds * 1000);
  if (Number.isNaN(at.getTime())) return '';
  return `; it is deleted at ${at.toISOString().replace(/\.\d+/, '')}`;
}
