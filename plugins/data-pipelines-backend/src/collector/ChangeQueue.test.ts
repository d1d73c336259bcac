import { mockServices } from '@backstage/backend-test-utils';
import { ChangeQueue } from './ChangeQueue';
import { ObjectChange } from './ObjectChange';

const change = { cluster: 'east', resource: 'pods', at: '' } as ObjectChange;
const tick = () => new Promise(resolve => setImmediate(resolve));

describe('ChangeQueue', () => {
  it('tells of all changes of one tick together', async () => {
    const queue = new ChangeQueue({ logger: mockServices.logger.mock() });
    const listener = jest.fn();
    const end = queue.subscribe(listener);
    queue.push(change);
    queue.push(change);
    expect(listener).not.toHaveBeenCalled();
    await tick();
    expect(listener.mock.calls).toEqual([[[change, change]]]);
    end();
    queue.push(change);
    await tick();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('tells the others when one of its listeners fails', async () => {
    const logger = mockServices.logger.mock();
    const queue = new ChangeQueue({ logger });
    const listener = jest.fn();
    queue.subscribe(() => {
      throw new Error('full');
    });
    queue.subscribe(listener);
    queue.push(change);
    await tick();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });
});
