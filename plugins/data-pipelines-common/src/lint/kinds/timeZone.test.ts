import { hasDaylightSaving, isTimeZone } from './timeZone';

describe('isTimeZone', () => {
  it('knows the names of the tz database', () => {
    expect(['UTC', 'Europe/Berlin', 'Asia/Kolkata'].map(isTimeZone)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['Europe/Atlantis', 'CEST!', ''].map(isTimeZone)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('hasDaylightSaving', () => {
  it('tells zones whose clocks change', () => {
    expect(
      ['Europe/Berlin', 'America/New_York', 'Australia/Sydney'].map(
        hasDaylightSaving,
      ),
    ).toEqual([true, true, true]);
    expect(
      ['UTC', 'Asia/Kolkata', 'Asia/Tokyo'].map(hasDaylightSaving),
    ).toEqual([false, false, false]);
  });
});
