import { useState } from 'react';
import { useStore } from 'zustand';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { useImport } from './import-context.ts';
import { likelyChoice, type Choice } from './import-choice.ts';
import type { Imported } from './imported.ts';
import { OfficialPlan } from './OfficialPlan.tsx';
import { OwnPlan } from './OwnPlan.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import './confirm.css';

interface ConfirmStepProps {
  readonly packId: string | undefined;
  readonly onImported: (imported: Imported) => void;
  readonly onBack: () => void;
  /** Leaves the import for another screen, once the user has said so. */
  readonly onLeaveFor: (go: () => void) => void;
}

/** What is to become of the file, with what that comes to; nothing is written before its button. */
export function ConfirmStep({ packId, ...ways }: ConfirmStepProps) {
  const { api } = useServices();
  const { draft } = useImport();
  const standards = useAnswer('standards', () => api['standard.list']({}));
  const { pack } = draft;
  if (standards.error) {
    return (
      <div className="import-face">
        <div className="import-state">
          <InlineError {...standards.error} />
          <Button onClick={standards.again}>重试</Button>
        </div>
      </div>
    );
  }
  if (!standards.value || !pack) return <div className="confirm" aria-busy="true" />;
  return <Chooser standards={standards.value} packId={packId} {...ways} />;
}

type ChooserProps = ConfirmStepProps & { readonly standards: readonly StandardSummary[] };

function Chooser({ standards, packId, onImported, onBack, onLeaveFor }: ChooserProps) {
  const { app } = useServices();
  const { draft } = useImport();
  const rounds = useStore(app, (state) => state.rounds);
  const named = { id: draft.pack?.id ?? '', title: draft.pack?.title ?? '' };
  const [choice, setChoice] = useState<Choice>(() => likelyChoice({ pack: named, standards, rounds }, packId));
  const shared = { standards, packId, choice, onChoose: setChoice, onImported };
  return choice.kind === 'own' ? (
    <OwnPlan {...shared} choice={choice} onBack={onBack} onLeaveFor={onLeaveFor} />
  ) : (
    <OfficialPlan {...shared} choice={choice} />
  );
}
