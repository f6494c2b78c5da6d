import { useStore } from 'zustand';
import { useServices } from './services.ts';

const clock = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** When the last change reached the disk. Never says saved of what is still on its way. */
export function SaveState() {
  const { round, notes } = useServices();
  const savedAt = useStore(round, (state) => state.savedAt);
  const isPending = useStore(round, (state) => state.pending > 0);
  const hasFailed = useStore(notes, (state) => state.failed.size > 0);
  const text = hasFailed
    ? '说明未保存'
    : isPending
      ? '保存中'
      : savedAt
        ? `已保存 ${clock.format(new Date(savedAt))}`
        : '自动保存';
  return (
    <span className={`saved${hasFailed ? ' saved-failed' : ''}`} data-testid="save-state">
      {!hasFailed && !isPending && savedAt && <i aria-hidden="true">✓</i>} {text}
    </span>
  );
}
