import { renderInTestApp } from '@backstage/test-utils';
import { Replay } from '@headworks/backstage-plugin-data-pipelines-common';
import { ReplayText } from './ReplayText';

const SOON = new Date(Date.now() + 5.5 * 3_600_000).toISOString();
const AGO = new Date(Date.now() - 3.5 * 3_600_000).toISOString();

const textOf = async (replay: Replay) => {
  const { container } = await renderInTestApp(
    <div data-testid="cell">
      <ReplayText replay={replay} />
    </div>,
  );
  return container.querySelector('[data-testid="cell"]')?.textContent;
};

describe('ReplayText', () => {
  it('says for how long still, and who says so', async () => {
    expect(await textOf({ can: 'yes', until: SOON, topic: 'clicks' })).toBe(
      'Yes; clicks forgets in 5 hby the settings',
    );
    expect(
      await textOf({
        can: 'yes',
        by: 'brokers',
        until: SOON,
        topic: 'clicks',
        openEnded: ['geo'],
      }),
    ).toBe('Yes; clicks forgets in 5 hgeo may forget sooneras the brokers say');
  });

  it('says that it is so now, where nobody knows for how long', async () => {
    expect(
      await textOf({ can: 'yes', by: 'brokers', openEnded: ['clicks'] }),
    ).toBe('Now; for how long is not knownas the brokers say');
  });

  it('says that brokers are late to delete', async () => {
    expect(
      await textOf({ can: 'yes', by: 'brokers', until: AGO, topic: 'clicks' }),
    ).toBe('Yes, but clicks may forget at any momentas the brokers say');
  });

  it('says what was deleted, or forgotten', async () => {
    expect(await textOf({ can: 'no', topic: 'clicks', deletedUpTo: AGO })).toBe(
      'No: clicks has deleted all from before 3 h agoas the brokers say',
    );
    expect(await textOf({ can: 'no', topic: 'clicks', since: AGO })).toBe(
      'No: clicks has forgotten 3 h agoby the settings',
    );
  });
});
