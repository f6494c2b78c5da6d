import { useStore } from 'zustand';
import { PrintSheet } from '../../app/printing/PrintSheet.tsx';
import { useServices } from '../../app/services.ts';
import type { MissingEvidence } from './missing-evidence.ts';
import { today } from './today.ts';

interface MissingSheetProps {
  readonly missing: readonly MissingEvidence[];
  /** Empty for all of them. */
  readonly department: string;
  readonly onReady: () => void;
}

/** The list on paper, with room to write who brings what by when. */
export function MissingSheet({ missing, department, onReady }: MissingSheetProps) {
  const { app, round } = useServices();
  const institution = useStore(app, (state) => state.workspace?.institution);
  const open = useStore(round, (state) => state.open);
  return (
    <PrintSheet onReady={onReady}>
      <header className="missing-sheet-head">
        <h1>还缺的佐证材料{department !== '' && `：${department}`}</h1>
        <p>
          {institution} · {open?.standard.title} · {open?.round.title} · {today()}
        </p>
        <p>按标准建议的材料与已有材料的名称比对，仅供提示；以标准的要求为准。</p>
      </header>
      <table className="missing-sheet">
        <thead>
          <tr>
            <th>条款</th>
            <th>名称</th>
            <th>科室</th>
            <th>还缺的材料</th>
            <th>责任人、完成日期</th>
          </tr>
        </thead>
        <tbody>
          {missing.map(({ clause, departments, suggestions }) => (
            <tr key={clause.id}>
              <td>
                {clause.core && '★'}
                {clause.code}
              </td>
              <td>{clause.title}</td>
              <td>{departments.join('、')}</td>
              <td>
                <ul>
                  {suggestions.map((suggestion) => (
                    <li key={suggestion}>□ {suggestion}</li>
                  ))}
                </ul>
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
