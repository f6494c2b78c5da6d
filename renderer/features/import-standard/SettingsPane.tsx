import { MetaForm } from './MetaForm.tsx';
import { TableList } from './TableList.tsx';
import { isWhole, mendWords } from './draft-regions.ts';
import { useCorrections, useImport } from './import-context.ts';
import { withTriangle } from './corrections.ts';

/** What holds for the whole file, and for each of its tables. */
export function SettingsPane() {
  const { draft } = useImport();
  const { corrections, correct } = useCorrections();
  return (
    <section className="settings" aria-label="标准和表格" data-pane>
      <h2>标准</h2>
      <MetaForm key={draft.draftId} />
      {isWhole(draft) && (
        <p className="settings-whole">
          这个文件是达标自己的格式，整体读入，没有要指明的列。有问题就{mendWords(draft)}。
        </p>
      )}
      {draft.tables.length > 0 && (
        <>
          <h2>
            表格 <small>{draft.tables.filter(({ used }) => used).length} 个选用</small>
          </h2>
          <TableList />
          <label className="settings-triangle">
            △ 表示
            <select
              value={corrections.triangle ?? ''}
              onChange={({ target }) => {
                if (target.value === 'core' || target.value === 'optional')
                  correct(withTriangle(corrections, target.value));
                else correct({ ...corrections, triangle: undefined });
              }}
            >
              <option value="">按文件说明，默认核心</option>
              <option value="core">核心条款</option>
              <option value="optional">可选条款</option>
            </select>
          </label>
        </>
      )}
    </section>
  );
}
