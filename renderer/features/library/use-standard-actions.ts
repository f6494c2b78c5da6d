import { useStore } from 'zustand';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';

export type StandardAction =
  'round' | 'edit' | 'copy' | 'official' | 'drop-official' | 'link' | 'excel' | 'yaml' | 'remove';

const exportKinds = { excel: 'standard-xlsx', yaml: 'standard-yaml' } as const;
const extensions = { excel: 'xlsx', yaml: 'yaml' } as const;

/** What can be done with a standard of the library. `onChange`: the list of standards is another one afterwards. */
export function useStandardActions(onChange: () => void) {
  const { api, app, bridge } = useServices();
  const hasWorkspace = useStore(app, ({ workspace }) => workspace !== undefined);
  const isReadOnly = useReadOnly();
  const canChange = hasWorkspace && !isReadOnly;

  async function saveAs(kind: keyof typeof exportKinds, { id, title }: StandardSummary): Promise<void> {
    const output = await bridge.pickOutput(exportKinds[kind], `${title}.${extensions[kind]}`);
    if (!output) return;
    const { name } = await api['standard.export']({ packId: id, output: output.token, jobId: crypto.randomUUID() });
    app.getState().notify(`已导出为“${name}”`, {
      action: { label: '打开所在文件夹', run: () => void bridge.revealOutput(output.token) },
    });
  }

  async function run(action: StandardAction, standard: StandardSummary): Promise<void> {
    const store = app.getState();
    const { id, title } = standard;
    switch (action) {
      case 'round':
        store.show({ kind: 'choose-standard', packId: id });
        break;
      case 'edit':
      case 'copy':
        store.show({ kind: 'edit-standard', from: { kind: 'standard', packId: id } });
        break;
      case 'official':
        store.show({ kind: 'import-standard', packId: id });
        break;
      case 'drop-official':
        await api['official.drop']({ packId: id });
        store.notify(`已移除“${title}”的官方原文`);
        onChange();
        break;
      case 'link':
        store.show({ kind: 'link-standards', packId: id });
        break;
      case 'remove':
        await api['own.remove']({ id });
        store.notify(`已从标准库移除“${title}”`);
        onChange();
        break;
      case 'excel':
      case 'yaml':
        await saveAs(action, standard);
    }
  }

  return {
    canChange,
    hasWorkspace,
    run: (action: StandardAction, standard: StandardSummary): void =>
      void run(action, standard).catch((cause: unknown) => {
        if (errorDtoOf(cause).code !== 'job/cancelled') app.getState().fail(cause);
      }),
  };
}
