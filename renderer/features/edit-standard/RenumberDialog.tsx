import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { renumber, renumbering } from './edit/renumber.ts';
import { indexOf, type Key } from './edit/work-pack.ts';
import { Dialog } from './Dialog.tsx';
import { useEdit, useEditing, useWork } from './edit-context.ts';

const kindWords = { chapter: '章', section: '节', clause: '条款' } as const;
const mostShown = 300;

/** What gets which code, before it does. */
export function RenumberDialog({ onClose }: { onClose: () => void }) {
  const { store } = useEditing();
  const work = useWork();
  const spot = useEdit((state) => state.spot);
  const name = useId();
  const { clauses, sections, chapters } = indexOf(work);
  const clause = typeof spot === 'number' ? clauses.get(spot) : undefined;
  const section = clause?.section ?? (typeof spot === 'number' ? sections.get(spot)?.section : undefined);
  const chapter =
    typeof spot === 'number' ? (clause?.chapter ?? sections.get(spot)?.chapter ?? chapters.get(spot)) : undefined;
  const choices: readonly { readonly key: Key | undefined; readonly text: string }[] = [
    ...(section ? [{ key: section.key, text: `本节 ${section.code}` }] : []),
    ...(chapter ? [{ key: chapter.key, text: `本章 ${chapter.code}` }] : []),
    { key: undefined, text: '整个标准' },
  ];
  const [chosen, setChosen] = useState(choices[0]?.key);
  const changes = renumbering(work, chosen);
  const apply = () => {
    store.getState().edit(`重排 ${changes.length} 个编号`, (before) => renumber(before, chosen));
    onClose();
  };
  return (
    <Dialog
      title="重排编号"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button tone="primary" disabled={changes.length === 0} onClick={apply}>
            {changes.length === 0 ? '没有要改的' : `重排 ${changes.length} 个编号`}
          </Button>
        </>
      }
    >
      <div className="edit-row" role="radiogroup" aria-label="范围">
        {choices.map(({ key, text }) => (
          <label key={key ?? 'all'} className="edit-check">
            <input type="radio" name={name} checked={chosen === key} onChange={() => setChosen(key)} />
            {text}
          </label>
        ))}
      </div>
      {changes.length === 0 ? (
        <p className="edit-remark">编号已经按顺序排好。</p>
      ) : (
        <div className="edit-renumbering" tabIndex={0} role="region" aria-label="编号的变化">
          <table>
            <thead>
              <tr>
                <th scope="col">原编号</th>
                <th scope="col">新编号</th>
                <th scope="col">标题</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, mostShown).map(({ key, kind, title, from, to }) => (
                <tr key={key}>
                  <td className="code">{from}</td>
                  <td>{to}</td>
                  <td className="ellipsis" title={title}>
                    {kind !== 'clause' && <small>{kindWords[kind]} </small>}
                    {title}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {changes.length > mostShown && <p className="edit-remark">还有 {changes.length - mostShown} 个没有列出。</p>}
        </div>
      )}
      <p className="edit-remark">
        已有的轮次不受影响。轮次转到新版时，编号变了的条款按标题和要点对应，转之前可以逐条核对。
      </p>
    </Dialog>
  );
}
