import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { useImport } from './import-context.ts';
import { countTree, countWords } from './tree-rows.ts';

/** Slower than this, it is said that the file is being understood again. */
const noticeableMs = 1000;

/** How much was understood; while that takes long, that it is under way. */
export function TreeCounts() {
  const { work, draft } = useImport();
  const isBehind = useStore(work, (state) => state.isBehind);
  const { pack } = draft;
  const words = pack && countWords(countTree(pack));
  return (
    <>
      <span className="ellipsis" title={words}>
        {words}
      </span>
      {isBehind && <LateNotice onGiveUp={() => work.getState().giveUp()} />}
    </>
  );
}

function LateNotice({ onGiveUp }: { onGiveUp: () => void }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), noticeableMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? (
    <span className="tree-late" role="status">
      正在重新识别…{' '}
      <Button tone="link" onClick={onGiveUp}>
        取消
      </Button>
    </span>
  ) : null;
}
