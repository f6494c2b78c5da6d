import { useRef } from 'react';
import { Modal, type ModalProps } from 'antd';

/** A dialog that is there for as long as it is drawn; typing goes where it is meant to, not to the ✕. */
export function Dialog({ children, afterOpenChange, ...rest }: Omit<ModalProps, 'open'>) {
  const body = useRef<HTMLDivElement>(null);
  return (
    <Modal
      open
      scrollLock={false}
      {...rest}
      afterOpenChange={(isOpen) => {
        if (isOpen) whereToBegin(body.current)?.focus({ preventScroll: true });
        afterOpenChange?.(isOpen);
      }}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}

const fields = 'input:enabled:not([type=radio]), textarea:enabled, select:enabled';

/** The first field; else what the dialog is for, unless it destroys something; else the dialog, so that Esc is heard. */
function whereToBegin(body: HTMLElement | null): HTMLElement | null {
  const dialog = body?.closest<HTMLElement>('[role=dialog]') ?? null;
  return (
    body?.querySelector<HTMLElement>(fields) ??
    dialog?.querySelector<HTMLElement>('.ant-modal-footer .ant-btn-primary:not(.ant-btn-dangerous)') ??
    dialog?.querySelector<HTMLElement>('.ant-modal-footer button') ??
    dialog
  );
}
