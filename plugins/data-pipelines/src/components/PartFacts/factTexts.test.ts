import { testText } from '../../translations/__testUtils__/testText';
import { bytesText, durationText, retentionText } from './factTexts';

const t = testText();

describe('durationText', () => {
  it.each([
    [0, '0 ms'],
    [340, '340 ms'],
    [8_000, '8 s'],
    [90_000, '90 s'],
    [600_000, '10 min'],
    [5_400_000, '90 min'],
    [86_400_000, '24 h'],
    [604_800_000, '7 d'],
  ])('says of %d ms: %s', (milliseconds, expected) => {
    expect(durationText(milliseconds, t)).toBe(expected);
  });
});

describe('retentionText', () => {
  it('knows topics that keep everything', () => {
    expect(retentionText(-1, t)).toBe('kept for ever');
    expect(retentionText(604_800_000, t)).toBe('kept 7 d');
  });
});

describe('bytesText', () => {
  it.each([
    [0, '0 B'],
    [1_023, '1023 B'],
    [1_536, '1.5 KiB'],
    [4_509_715_661, '4.2 GiB'],
    [536_870_912_000, '500 GiB'],
  ])('says of %d: %s', (bytes, expected) => {
    expect(bytesText(bytes)).toBe(expected);
  });
});
