import { act, render, screen } from '@testing-library/react';
import { Changed } from './Changed';

describe('Changed', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const show = (value: string) => <Changed value={value}>{value}</Changed>;

  it('marks a change for a moment, and nothing when it is first seen', () => {
    const { rerender } = render(show('Healthy'));
    expect(screen.getByText('Healthy')).not.toHaveAttribute('data-changed');
    rerender(show('Degraded'));
    expect(screen.getByText('Degraded')).toHaveAttribute('data-changed');
    act(() => jest.advanceTimersByTime(3_000));
    expect(screen.getByText('Degraded')).not.toHaveAttribute('data-changed');
  });
});
