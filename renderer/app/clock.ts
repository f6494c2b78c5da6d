const clock = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** An instant as the clock on the wall shows it, to the second. */
export const clockTime = (instant: string): string => clock.format(new Date(instant));
