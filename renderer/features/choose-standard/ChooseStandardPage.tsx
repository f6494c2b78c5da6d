import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { fitsInstitution } from '../../../shared/domain/institution.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { Themed } from '../../app/Themed.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { RoundForm } from './RoundForm.tsx';
import { groupStandards, matching } from './standard-groups.ts';
import { StandardRow } from './StandardRow.tsx';
import './choose-standard.css';

/** Which standard, which target: the start of a round. */
export default function ChooseStandardPage({ packId }: { packId?: string | undefined }) {
  const { api, app } = useServices();
  const workspace = useStore(app, (state) => state.workspace);
  const hasRounds = useStore(app, (state) => state.rounds.length > 0);
  const [standards, setStandards] = useState<readonly StandardSummary[]>();
  const [error, setError] = useState<ErrorDto>();
  const [words, setWords] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const [chosen, setChosen] = useState<StandardSummary>();
  useEffect(() => {
    api['standard.list']({}).then(
      (list) => {
        setStandards(list);
        setChosen(list.find(({ id }) => id === packId));
      },
      (cause: unknown) => setError(errorDtoOf(cause)),
    );
  }, [api, packId]);
  useEffect(() => {
    if (packId !== undefined)
      document.querySelector('.choose-list [aria-checked=true]')?.scrollIntoView({ block: 'center' });
  }, [packId, standards]);
  const fitting = standards?.filter(({ appliesTo }) => workspace && fitsInstitution(appliesTo, workspace.type)) ?? [];
  const others = standards?.filter((standard) => !fitting.includes(standard)) ?? [];
  const wanted = words.trim();
  const { value: named } = useAnswer(wanted === '' ? undefined : wanted, () =>
    api['standard.search']({ text: wanted }),
  );
  // Who looks for one by name wants it wherever it is.
  const isWide =
    showsAll ||
    wanted !== '' ||
    (standards !== undefined && fitting.length === 0) ||
    others.some(({ id }) => id === packId);
  const otherMatches = matching(others, words, named?.standards);
  const groups = [
    ...groupStandards(matching(fitting, words, named?.standards)),
    ...(isWide ? groupStandards(otherMatches) : []).map(({ name, standards: members }) => ({
      name: fitting.length > 0 ? `${name}（其他类型机构）` : name,
      standards: members,
    })),
  ];
  return (
    <Themed>
      <main className="choose">
        <header className="choose-head">
          <h1>选择标准和目标</h1>
          <p>
            {workspace?.institution} · {workspace?.type}
          </p>
          <Button onClick={() => app.getState().show({ kind: 'library' })}>标准库</Button>
          {hasRounds ? (
            <Button onClick={() => app.getState().show({ kind: 'round', page: 'checklist' })}>返回评分</Button>
          ) : (
            <Button onClick={() => void app.getState().closeWorkspace()}>关闭工作区</Button>
          )}
        </header>
        <div className="choose-body">
          <section className="choose-list" aria-label="标准">
            {error && <InlineError {...error} />}
            <input
              type="search"
              className="choose-filter"
              aria-label="筛选标准"
              placeholder="按标题、项目或拼音首字母筛选"
              value={words}
              maxLength={100}
              spellCheck={false}
              onChange={({ target }) => setWords(target.value)}
            />
            <div role="radiogroup" aria-label="标准">
              {groups.map(({ name, standards: members }) => (
                <div key={name} role="group" aria-label={name}>
                  <h2 className="choose-group">{name}</h2>
                  {members.map((standard) => (
                    <StandardRow
                      key={standard.id}
                      standard={standard}
                      isChosen={standard.id === chosen?.id}
                      onChoose={() => setChosen(standard)}
                    />
                  ))}
                </div>
              ))}
            </div>
            {standards && standards.length > 0 && groups.length === 0 && (
              <EmptyState text={`没有标题或项目含“${wanted}”的标准。`} />
            )}
            {standards?.length === 0 && <EmptyState text="没有可用的标准，请重新安装达标。" />}
            {wanted === '' && otherMatches.length > 0 && fitting.length > 0 && (
              <Button tone="link" className="choose-all" onClick={() => setShowsAll(!showsAll)}>
                {showsAll ? `只看适用于${workspace?.type}的` : `显示全部（另有 ${otherMatches.length} 个）`}
              </Button>
            )}
          </section>
          <section className="choose-side" aria-label="目标">
            {chosen ? (
              <RoundForm key={chosen.id} standard={chosen} />
            ) : (
              <EmptyState text="先在左侧选择一个标准，再选目标等级。" />
            )}
          </section>
        </div>
      </main>
    </Themed>
  );
}
