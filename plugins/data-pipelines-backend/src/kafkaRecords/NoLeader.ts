/** Nobody can be asked about a partition. */
export class NoLeader extends Error {
  constructor(readonly partition: number) {
    super(`partition ${partition} has no leader`);
  }
}
