import { useStore } from 'zustand';
import { DescribeDialog } from '../features/evidence/DescribeDialog.tsx';
import { ReuseDialog } from '../features/evidence/ReuseDialog.tsx';
import { ExportDialog } from '../features/export/ExportDialog.tsx';
import { KeyHelpDialog } from '../features/key-help/KeyHelpDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { useServices } from './services.ts';
import { Themed } from './Themed.tsx';

export default function Dialogs() {
  const { app, evidence } = useServices();
  const dialog = useStore(app, (state) => state.dialog);
  const describing = useStore(evidence, (state) => state.describing);
  const reusingFor = useStore(evidence, (state) => state.reusingFor);
  return (
    <Themed>
      {describing && <DescribeDialog evidence={describing} />}
      {reusingFor && <ReuseDialog clauseId={reusingFor.clauseId} initial={reusingFor.text} />}
      {dialog === 'export' && <ExportDialog />}
      {dialog === 'keys' && <KeyHelpDialog />}
      {dialog === 'rename' && <RenameDialog />}
    </Themed>
  );
}
