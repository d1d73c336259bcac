/** What the Strimzi that charts/platform installs can run; a test compares the two. */
export const KAFKA_VERSIONS: readonly string[] = [
  '4.2.0',
  '4.2.1',
  '4.3.0',
  '4.3.1',
];
