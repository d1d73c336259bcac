import { setTimeout as sleep } from 'node:timers/promises';
import { mapLimited } from './mapLimited';

describe('mapLimited', () => {
  it('keeps the order and never does more at once than allowed', async () => {
    let running = 0;
    let most = 0;
    const results = await mapLimited([5, 1, 3, 1, 2], 2, async item => {
      running += 1;
      most = Math.max(most, running);
      await sleep(item);
      running -= 1;
      return item * 10;
    });
    expect(results).toEqual([50, 10, 30, 10, 20]);
    expect(most).toBe(2);
  });
});
