import { allows } from './acl';
import { Acl } from './kafka';

const acl = (name: string, more: Partial<Acl> = {}): Acl => ({
  operations: ['Read'],
  resource: { type: 'topic', name },
  ...more,
});
const prefix = (name: string): Acl => ({
  operations: ['All'],
  resource: { type: 'topic', name, patternType: 'prefix' },
});

describe('allows', () => {
  it.each([
    ['the name itself', [acl('clicks')], true],
    ['every name', [acl('*')], true],
    ['a prefix and every operation', [prefix('cli')], true],
    ['another name', [acl('click')], false],
    ['another operation', [acl('clicks', { operations: ['Write'] })], false],
    ['nothing', [], false],
    ['what is denied, too', [acl('*'), acl('clicks', { type: 'deny' })], false],
  ] as Array<[string, Acl[], boolean]>)('knows %s', (_, acls, expected) => {
    expect(allows(acls, 'Read', 'topic', 'clicks')).toBe(expected);
  });
});
