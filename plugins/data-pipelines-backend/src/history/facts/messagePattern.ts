const LONGEST = 300;

/**
 * What messages have in common that say the same of different pods, at
 * different addresses, for the nth time.
 */
export function messagePattern(message: string): string {
  return (
    message
      .slice(0, 2 * LONGEST)
      // Names of pods that a ReplicaSet or a Job made up.
      .replace(/-[a-z0-9]{6,10}-[a-z0-9]{5}(?![a-z0-9])/g, '-#')
      .replace(/\b(\d+(\.\d+)?(h|ms|m|s))+\b/g, '#')
      .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '#')
      .replace(/\b(?=[a-f]*\d)[0-9a-f]{6,}\b/gi, '#')
      .replace(/\d+(\.\d+)*/g, '#')
      .slice(0, LONGEST)
  );
}
