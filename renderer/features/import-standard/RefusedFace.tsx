import { Button } from '../../ui/Button.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import type { Phase } from './import-store.ts';
import { useFocusOnMount } from './use-focus-on-mount.ts';

type Refused = Extract<Phase, { readonly kind: 'refused' }>;

/** The file could not be read: why, and what to do. */
export function RefusedFace({ refused, onPick }: { refused: Refused; onPick: () => void }) {
  const box = useFocusOnMount<HTMLDivElement>();
  return (
    <div className="import-face" ref={box}>
      <div className="import-state import-state-refused">
        <h2 className="ellipsis" title={refused.fileName}>
          没有读取“{refused.fileName}”
        </h2>
        <InlineError {...refused.error} />
        <p className="import-hint">什么都没有写入。改好后可以再把它拖到这里。</p>
        <Button tone="primary" onClick={onPick}>
          换一个文件…
        </Button>
      </div>
    </div>
  );
}
