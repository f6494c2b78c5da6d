import { useState } from 'react';
import type { Input } from '../../../shared/contract/contract.ts';
import { useLeave } from '../../app/use-leave.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { ToolScreen } from '../../ui/ToolScreen.tsx';
import { EditScreen } from './EditScreen.tsx';
import { Published } from './Published.tsx';
import { useOpened } from './use-opened.ts';
import './edit-standard.css';
import './edit-tree.css';
import './edit-form.css';

type From = Input<'own.begin'>['from'];

/** 编辑本院标准: a standard under edit, kept at every change and used once it is published. */
export default function EditPage({ from: asked }: { from: From }) {
  const isReadOnly = useReadOnly();
  const [from, setFrom] = useState(asked);
  const [published, setPublished] = useState<number>();
  const { opened, retry } = useOpened(from, isReadOnly);
  const { back, leave } = useLeave();
  if (opened.kind !== 'open') {
    return (
      <ToolScreen title="编辑标准" back={back} onBack={leave}>
        <div className="edit-face">
          {opened.kind === 'opening' ? (
            <p role="status">正在打开标准</p>
          ) : (
            <>
              <InlineError {...opened.error} />
              {isReadOnly && <p>这个工作区只能查看：还没有发布的标准，要在可以修改的电脑上继续编辑。</p>}
              <Button onClick={retry}>重试</Button>
            </>
          )}
        </div>
      </ToolScreen>
    );
  }
  const { store, work } = opened;
  if (published !== undefined) {
    return (
      <Published
        id={work.id}
        title={store.getState().history.present.title}
        revision={published}
        onContinue={() => {
          setPublished(undefined);
          setFrom({ kind: 'standard', packId: work.id });
        }}
      />
    );
  }
  return <EditScreen store={store} work={work} isReadOnly={isReadOnly} onPublished={setPublished} />;
}
