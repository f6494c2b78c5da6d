import { EmptyState } from '../../ui/EmptyState.tsx';
import { indexOf } from './edit/work-pack.ts';
import { useEdit, useWork } from './edit-context.ts';
import { ClauseForm } from './ClauseForm.tsx';
import { ChapterForm, SectionForm } from './GroupForm.tsx';
import { HeadForm } from './HeadForm.tsx';
import { SelectionForm } from './SelectionForm.tsx';
import { TargetsForm } from './TargetsForm.tsx';

/** The form of what is chosen in the tree. */
export function SpotForm() {
  const work = useWork();
  const spot = useEdit((state) => state.spot);
  const selected = useEdit((state) => state.selected);
  if (spot === 'head') return <HeadForm />;
  if (spot === 'targets') return <TargetsForm />;
  const { clauses, sections, chapters } = indexOf(work);
  const chosen = [...clauses.values()].filter(({ clause }) => selected.has(clause.key));
  if (chosen.length > 1) return <SelectionForm places={chosen} />;
  const clause = clauses.get(spot);
  if (clause) return <ClauseForm key={spot} place={clause} />;
  const section = sections.get(spot);
  if (section) return <SectionForm key={spot} place={section} />;
  const chapter = chapters.get(spot);
  if (chapter) return <ChapterForm key={spot} chapter={chapter} />;
  return <EmptyState text="在左边选一条条款。" />;
}
