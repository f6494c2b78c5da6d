import { Button } from '../../ui/Button.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import type { Phase } from './import-store.ts';
import { useFocusOnMount } from './use-focus-on-mount.ts';

type Reading = Extract<Phase, { readonly kind: 'reading' }>;

export function ReadingFace({ reading, onCancel }: { reading: Reading; onCancel: () => void }) {
  const box = useFocusOnMount<HTMLDivElement>();
  const { done, total, label } = reading.progress;
  return (
    <div className="import-face" ref={box}>
      <div className="import-state">
        <h2 className="ellipsis" title={reading.fileName}>
          正在读取“{reading.fileName}”
        </h2>
        <ProgressLine done={done} total={total} label={label} />
        <Button onClick={onCancel}>取消</Button>
      </div>
    </div>
  );
}
