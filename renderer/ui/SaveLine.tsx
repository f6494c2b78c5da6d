import './save-line.css';

interface SaveLineProps {
  readonly className: string;
  readonly testId: string;
  /** What could not be saved, in words. */
  readonly failed: string | undefined;
  readonly isPending: boolean;
  /** As a clock shows it. */
  readonly savedAt: string | undefined;
}

/** When the last change reached the disk. Never says saved of what is still on its way. */
export const SaveLine = ({ className, testId, failed, isPending, savedAt }: SaveLineProps) => {
  const isSaved = failed === undefined && !isPending && savedAt !== undefined;
  return (
    <span className={`save-line ${failed === undefined ? '' : 'save-line-failed'} ${className}`} data-testid={testId}>
      {isSaved && <i aria-hidden="true">✓</i>}{' '}
      {failed ?? (isPending ? '保存中' : isSaved ? `已保存 ${savedAt}` : '自动保存')}
    </span>
  );
};
