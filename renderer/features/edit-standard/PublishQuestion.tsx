import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';

interface PublishQuestionProps {
  readonly open: number;
  readonly canPublish: boolean;
  readonly onPublish: () => void;
  readonly onGoThrough: () => void;
}

/** A revision stays as it is for good, and what is open is forgotten with it: hence the question. */
export function PublishQuestion({ open, canPublish, onPublish, onGoThrough }: PublishQuestionProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('.button-primary')?.focus(), []);
  return (
    <div ref={box} className="edit-strip edit-publish-question" role="alert">
      <span>还有 {open} 处导入错误没有处理，仍然发布？</span>
      <Button disabled={!canPublish} onClick={onPublish}>
        仍然发布
      </Button>
      <Button tone="primary" onClick={onGoThrough}>
        逐条处理
      </Button>
    </div>
  );
}
