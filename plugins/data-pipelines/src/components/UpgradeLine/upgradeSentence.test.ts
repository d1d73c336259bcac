import { testText } from '../../translations/__testUtils__/testText';
import {
  drift,
  environment,
  older,
  topic,
} from '../DriftPanel/__testUtils__/drift';
import { upgradeSentence } from './upgradeSentence';

const t = testText();

describe('upgradeSentence', () => {
  it('is the version alone where nothing else is to say', () => {
    expect(upgradeSentence(drift(), t)).toEqual({
      text: 'chart 0.2.0',
      worthALook: false,
    });
  });

  it('says what is newer, and how much is not as in Git', () => {
    const environments = [
      environment('dev', [topic('a', 'differs'), topic('b', 'missing')]),
      environment('prod', [], { problem: 'Cluster west does not answer' }),
    ];
    expect(upgradeSentence(drift({ chart: older, environments }), t)).toEqual({
      text: 'chart 0.1.0 · 0.2.0 available · 2 objects not as in Git · 1 environment not compared',
      worthALook: true,
    });
  });

  it('does not promise an upgrade that is refused', () => {
    const chart = { ...older!, upgrade: undefined, refusal: 'changed here' };
    expect(upgradeSentence(drift({ chart }), t).text).toBe(
      'chart 0.1.0 · 0.2.0 cannot be had',
    );
  });
});
