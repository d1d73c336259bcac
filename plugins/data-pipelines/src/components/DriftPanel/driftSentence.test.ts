import { testText } from '../../translations/__testUtils__/testText';
import { drift, environment, topic } from './__testUtils__/drift';
import { driftSentence } from './driftSentence';

const t = testText();

describe('driftSentence', () => {
  it('says that all is well', () => {
    expect(driftSentence(drift(), t)).toEqual({
      status: 'success',
      text: 'What runs in dev is what Git says',
    });
  });

  it('says how far the portal may look', () => {
    const environments = [
      environment('dev', [topic('a', 'same'), topic('b', 'unreadable')]),
    ];
    expect(driftSentence(drift({ environments }), t).text).toBe(
      'What runs in dev is what Git says, as far as the portal may look (1 not read)',
    );
  });

  it('counts by environment, and names the one that cannot be compared', () => {
    const environments = [
      environment('dev', [
        topic('a', 'differs'),
        topic('b', 'differs'),
        topic('c', 'missing'),
      ]),
      environment('staging', [topic('a', 'same')]),
      environment('prod', [], { problem: 'Cluster west does not answer' }),
    ];
    expect(driftSentence(drift({ environments }), t)).toEqual({
      status: 'warning',
      text: 'In dev 2 objects differ from Git and 1 is missing; prod cannot be compared with Git',
    });
  });

  it('says why Git cannot be read', () => {
    const problem = 'The repository cannot be read: 404';
    const repository = { location: '', problem };
    expect(driftSentence(drift({ repository }), t)).toEqual({
      status: 'warning',
      text: problem,
    });
  });
});
