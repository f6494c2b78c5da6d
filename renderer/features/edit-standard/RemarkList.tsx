import { useServices } from '../../app/services.ts';
import { useEdit, useEditing } from './edit-context.ts';
import { countOpen, type LocatedRemark } from './remarks.ts';
import { useRemarks } from './use-remarks.ts';

/** 导入时的错误: where each stood in the file, which clause came of it, and whether somebody has dealt with it. */
export function RemarkList() {
  const remarks = useRemarks();
  const spot = useEdit((state) => state.spot);
  const open = countOpen(remarks);
  return (
    <>
      <h2 id="import-remarks" data-group="remarks">
        导入时的错误 {remarks.length}
        <small>{open > 0 ? `还有 ${open} 处没有处理，按 F8 到下一处` : '都处理了'}</small>
      </h2>
      <ul aria-labelledby="import-remarks" data-testid="import-remarks">
        {remarks.map((remark) => (
          <RemarkRow key={remark.index} remark={remark} isCurrent={remark.spot === spot} />
        ))}
      </ul>
    </>
  );
}

function RemarkRow({ remark, isCurrent }: { remark: LocatedRemark; isCurrent: boolean }) {
  const { app } = useServices();
  const { store } = useEditing();
  const { index, spot, code, where, message, isGone, isSettled } = remark;
  const settle = (isNow: boolean) =>
    store
      .getState()
      .settle(index, isNow)
      .catch((cause: unknown) => app.getState().fail(cause));
  return (
    <li className="edit-import" data-open={!isSettled} aria-current={isCurrent}>
      <button
        type="button"
        disabled={spot === undefined}
        onClick={() => spot !== undefined && store.getState().show(spot)}
      >
        <span>{where || '整个文件'}</span>
        <span className="code">{code ?? ''}</span>
        <span>
          {message}
          {isGone && <em>条款 {code} 已经删除。</em>}
        </span>
      </button>
      <label>
        <input
          type="checkbox"
          aria-label={`已处理：${where} ${message}`}
          checked={isSettled}
          onChange={(event) => void settle(event.target.checked)}
        />
        已处理
      </label>
    </li>
  );
}
