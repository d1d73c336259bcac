import { sparkPod } from '../__testUtils__/around';
import { DriverEnd, driverFailure, endOfDriver } from './driverEnd';

const failure = (end: DriverEnd) =>
  driverFailure(end, { namespace: 'data', name: 'driver', pod: undefined });

describe('driverFailure', () => {
  it.each<[DriverEnd, string, string]>([
    [
      { exitCode: 101, reason: 'Error' },
      'DriverFailed',
      'The driver failed with exit code 101: spark-submit could not load the main class, or a class that it needs',
    ],
    [
      { exitCode: 1, message: 'no such bucket' },
      'DriverFailed',
      'The driver failed with exit code 1: the application ended with an error: no such bucket',
    ],
    [{ exitCode: 77 }, 'DriverFailed', 'The driver failed with exit code 77'],
    [
      { exitCode: 137, reason: 'OOMKilled' },
      'DriverOutOfMemory',
      'The driver used more memory than its limit and was killed',
    ],
    [
      { exitCode: 52 },
      'DriverOutOfMemory',
      'The driver failed with exit code 52: no memory was left on the Java heap',
    ],
    [
      { exitCode: 137, reason: 'Error' },
      'DriverFailed',
      'The driver failed with exit code 137: it was killed, often because the node ran out of memory',
    ],
    [
      { reason: 'Evicted', message: 'The node was low on resource: memory' },
      'DriverEvicted',
      'The driver was evicted from its node: The node was low on resource: memory',
    ],
    [{}, 'DriverFailed', 'The driver failed'],
  ])('of %j says %s', (end, reason, message) => {
    expect(failure(end)).toMatchObject({ health: 'Degraded', reason, message });
  });
});

describe('endOfDriver', () => {
  const ended = { exitCode: 1, reason: 'Error' };

  it('is that of Spark’s container, whatever sidecars do', () => {
    const { status } = sparkPod('driver', 'driver', {}, { phase: 'Running' });
    const sidecar = { name: 'proxy', state: { terminated: ended } };
    const driver = { name: 'spark-kubernetes-driver', state: { running: {} } };
    const containers = (
      ...containerStatuses: Array<typeof sidecar | typeof driver>
    ) => ({
      ...status,
      containerStatuses,
    });
    expect(endOfDriver(containers(sidecar, driver))).toBeUndefined();
    expect(endOfDriver(containers(sidecar))).toEqual(ended);
  });

  it('is that of the pod where no container ever ran', () => {
    expect(
      endOfDriver({ phase: 'Failed', reason: 'Evicted', message: 'memory' }),
    ).toEqual({ reason: 'Evicted', message: 'memory' });
    expect(endOfDriver({ phase: 'Pending' })).toBeUndefined();
    expect(endOfDriver(undefined)).toBeUndefined();
  });
});
