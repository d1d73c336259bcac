/** Minutes before UTC at a moment, or undefined where there is no such zone. */
function offsetAt(timeZone: string, moment: number): number | undefined {
  try {
    const text = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      timeZoneName: 'longOffset',
    }).format(moment);
    const found = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text);
    const [, sign, hours = '0', minutes = '0'] = found ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  } catch {
    return undefined;
  }
}

/** Whether there is such a time zone. */
export function isTimeZone(timeZone: string): boolean {
  return offsetAt(timeZone, 0) !== undefined;
}

/** Whether its clocks are put forward and back; two days of one year tell. */
export function hasDaylightSaving(timeZone: string): boolean {
  const [winter, summer] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)];
  return offsetAt(timeZone, winter) !== offsetAt(timeZone, summer);
}
