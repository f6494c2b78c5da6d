import { useId, useState } from 'react';
import { Form, Input } from 'antd';
import { useStore } from 'zustand';
import type { ErrorDto } from '../../shared/errors/app-error.ts';
import { Dialog } from './Dialog.tsx';
import { InlineError } from '../ui/InlineError.tsx';
import { errorDtoOf } from './call-error.ts';
import { useServices } from './services.ts';
import { useRename } from './use-rename.ts';

/** Another name for the current round. It stays open when saving fails. */
export function RenameDialog() {
  const { app, round } = useServices();
  const before = useStore(round, (state) => state.open?.round.title ?? '');
  const formId = useId();
  const [error, setError] = useState<ErrorDto>();
  const [isBusy, setBusy] = useState(false);
  const rename = useRename();
  const close = () => app.getState().openDialog(undefined);
  const save = async (title: string) => {
    setBusy(true);
    try {
      await rename(title);
      close();
    } catch (cause) {
      setError(errorDtoOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title="重命名轮次"
      okText="保存"
      confirmLoading={isBusy}
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={close}
      width={440}
    >
      <Form<{ readonly title: string }>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title: before }}
        onFinish={({ title }) => void save(title.trim())}
      >
        <Form.Item
          name="title"
          label="轮次名称"
          rules={[{ required: true, whitespace: true, message: '请填写轮次名称' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      </Form>
      {error && <InlineError {...error} />}
    </Dialog>
  );
}
