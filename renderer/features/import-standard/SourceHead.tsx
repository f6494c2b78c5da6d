import type { DraftTable } from '../../../shared/contract/standard-draft.ts';
import { withRole } from './corrections.ts';
import { asCorrected, columnLabel } from './draft-regions.ts';
import { useCorrections, useImport } from './import-context.ts';
import { columnRoleOf, roleGroups, roleLabels } from './role-labels.ts';

/** Letters, and what each column holds: to be corrected right there. */
export function SourceHead({ region, columns }: { region: DraftTable | undefined; columns: number }) {
  const { draft } = useImport();
  const { corrections, correct } = useCorrections();
  const shown = region && asCorrected(region, corrections);
  const roles = new Map(shown?.columns.map(({ column, role }) => [column, role]));
  return (
    <div role="rowgroup" className="source-head">
      <div role="row" aria-rowindex={1} className="source-line">
        <span role="columnheader" className="source-number">
          <span className="visually-hidden">行</span>
        </span>
        {Array.from({ length: columns }, (_none, column) => {
          const role = roles.get(column) ?? 'ignore';
          const label = columnLabel(column, draft.format);
          return (
            <span key={column} role="columnheader" className={role === 'ignore' ? 'source-ignored' : ''}>
              <b>{label}</b>
              {shown && (
                <select
                  aria-label={`${label} 列的用途`}
                  value={role}
                  onChange={({ target }) => {
                    const next = columnRoleOf(target.value);
                    if (next) correct(withRole(corrections, shown.id, column, next));
                  }}
                >
                  {roleGroups.map((group) => (
                    <optgroup key={group.label} label={group.label}>
                      {group.roles.map((one) => (
                        <option key={one} value={one}>
                          {roleLabels[one]}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}
