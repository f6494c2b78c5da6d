import type { PackTarget } from '../../../shared/contract/pack-schema.ts';
import { showThreshold } from '../../../shared/domain/number/share.ts';
import { scopeLabel } from '../../../shared/text/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addRule, addTarget, removeRule, removeTarget, setRule, setScopeChapter, setTarget } from './edit/targets.ts';
import type { WorkPack } from './edit/work-pack.ts';
import { useEditing, useWork } from './edit-context.ts';
import { CheckField, TextField } from './Fields.tsx';
import { RuleRow } from './RuleRow.tsx';

/** The target levels with their rules, and the groups of chapters that rules name. */
export function TargetsForm() {
  const { store, isReadOnly } = useEditing();
  const work = useWork();
  const edit = (label: string, change: (before: WorkPack) => WorkPack, group?: string) =>
    store.getState().edit(label, change, group);
  return (
    <div className="edit-form edit-targets" data-testid="targets-form">
      <div className="edit-column">
        {work.targets.map((target, at) => (
          // A target is known by where it stands: ids may be written twice.
          <TargetBlock key={at} target={target} at={at} isOnly={work.targets.length === 1} />
        ))}
        {work.scoring && (
          <p className="edit-remark">
            总分折算：满分 {work.scoring.full}，
            {work.scoring.parts
              .map(({ scope, weight }) => `${scopeLabel(scope, work.scopes ?? [])} ${showThreshold(String(weight))}`)
              .join('、')}
            。各部分的权重和得分率建轮次后在“目标”里改。
          </p>
        )}
        {!isReadOnly && (
          <div>
            <Button onClick={() => edit('添加目标', addTarget)}>
              <Icon name="add" size={14} /> 添加目标
            </Button>
          </div>
        )}
      </div>
      {(work.scopes?.length ?? 0) > 0 && (
        <div className="edit-column">
          {work.scopes?.map((scope, at) => (
            <fieldset key={scope.id} className="edit-scope">
              <legend>范围“{scope.label}”包括的章</legend>
              {work.chapters.map(({ key, code, title }) => (
                <CheckField
                  key={key}
                  label={
                    <span className="ellipsis" title={title}>
                      {code} {title}
                    </span>
                  }
                  checked={scope.chapters.includes(code)}
                  onChange={(isIn) =>
                    edit(`修改范围“${scope.label}”`, (before) => setScopeChapter(before, at, code, isIn))
                  }
                />
              ))}
              {scope.chapters
                .filter((code) => !work.chapters.some((chapter) => chapter.code === code))
                .map((code) => (
                  <CheckField
                    key={code}
                    label={<span className="edit-fault">{code}（已不在标准里）</span>}
                    checked
                    onChange={() =>
                      edit(`修改范围“${scope.label}”`, (before) => setScopeChapter(before, at, code, false))
                    }
                  />
                ))}
            </fieldset>
          ))}
        </div>
      )}
    </div>
  );
}

function TargetBlock({ target, at, isOnly }: { target: PackTarget; at: number; isOnly: boolean }) {
  const { store, isReadOnly } = useEditing();
  const edit = (label: string, change: (before: WorkPack) => WorkPack, group?: string) =>
    store.getState().edit(`${label}（${target.label}）`, change, group);
  return (
    <section className="edit-target" aria-label={`目标 ${target.label}`}>
      <div className="edit-row">
        <TextField
          label="目标名称"
          className="edit-grow"
          value={target.label}
          maxLength={200}
          onChange={(label) => edit('修改目标名称', (before) => setTarget(before, at, { label }), `target:${at}`)}
        />
        {!isReadOnly && !isOnly && (
          <Button
            tone="quiet"
            className="edit-beside"
            onClick={() => edit('删除目标', (before) => removeTarget(before, at))}
          >
            删除目标
          </Button>
        )}
      </div>
      <ol className="edit-rules" aria-label={`${target.label}的规则`}>
        {target.rules.map((rule, index) => (
          // As targets: by where it stands.
          <RuleRow
            key={index}
            rule={rule}
            number={index + 1}
            onChange={(next, isTyping) =>
              edit(
                '修改规则',
                (before) => setRule(before, at, index, next),
                isTyping ? `rule:${at}:${index}` : undefined,
              )
            }
            onRemove={() => edit('删除规则', (before) => removeRule(before, at, index))}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <Button
          tone="quiet"
          className="edit-line-add"
          onClick={() => edit('添加规则', (before) => addRule(before, at))}
        >
          <Icon name="add" size={12} /> 添加规则
        </Button>
      )}
      <TextField
        label="目标说明"
        className="edit-full"
        value={target.note ?? ''}
        maxLength={5000}
        onChange={(note) => edit('修改目标说明', (before) => setTarget(before, at, { note }), `target-note:${at}`)}
      />
    </section>
  );
}
