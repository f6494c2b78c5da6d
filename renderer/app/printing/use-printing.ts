import { useRef, useState } from 'react';
import type { FileGrant } from '../../../shared/contract/bridge.ts';
import { CallError } from '../call-error.ts';
import { useServices } from '../services.ts';

/** Where the pages go: to a file that was chosen, or to the system's print dialog. */
type Destination = { readonly kind: 'file'; readonly file: FileGrant } | { readonly kind: 'printer' };

/** Printing and saving as PDF: choose where to, lay out everything beside the screen, hand the pages over. */
export function usePrinting(title: string) {
  const { app, bridge } = useServices();
  const [destination, setDestination] = useState<Destination>();
  const handedOver = useRef<Destination>(undefined);

  async function handOver(to: Destination): Promise<void> {
    const reply = to.kind === 'file' ? await bridge.savePdf(to.file.token, title) : await bridge.print(title);
    if (!reply.ok) throw new CallError(reply.error);
    if (to.kind === 'file') {
      const { token, name } = to.file;
      app.getState().notify(`已存为“${name}”`, {
        action: { label: '打开所在文件夹', run: () => void bridge.revealOutput(token) },
      });
    }
  }

  return {
    isBusy: destination !== undefined,
    label: destination?.kind === 'file' ? '正在排版并写入 PDF' : '正在排版',
    savePdf: async (): Promise<void> => {
      const file = await bridge.pickOutput('pdf', `${title}.pdf`);
      if (file) setDestination({ kind: 'file', file });
    },
    print: () => setDestination({ kind: 'printer' }),
    /** When everything that is to be printed stands in the page. */
    onReady: () => {
      if (!destination || handedOver.current === destination) return;
      handedOver.current = destination;
      void handOver(destination)
        .catch((cause: unknown) => app.getState().fail(cause))
        .finally(() => setDestination(undefined));
    },
  };
}
