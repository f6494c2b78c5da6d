import { useId, useState } from 'react';
import { Button, Form, Input, Select } from 'antd';
import type { FileGrant } from '../../../shared/contract/bridge.ts';
import { institutionTypes, type InstitutionType } from '../../../shared/domain/institution.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { Themed } from '../../app/Themed.tsx';
import { InlineError } from '../../ui/InlineError.tsx';

interface Fields {
  readonly institution: string;
  readonly type: InstitutionType;
}

/** Name, type and an empty folder. A refusal stays in the form: the folder is chosen anew, the rest is kept. */
export default function NewWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const { api, app, bridge } = useServices();
  const formId = useId();
  const [folder, setFolder] = useState<FileGrant>();
  const [error, setError] = useState<ErrorDto>();
  const [isBusy, setBusy] = useState(false);
  const pick = async () => {
    try {
      const chosen = await bridge.pickFolder('new-workspace');
      if (!chosen) return;
      setFolder(chosen);
      setError(undefined);
    } catch (cause) {
      setError(errorDtoOf(cause));
    }
  };
  const create = async ({ institution, type }: Fields) => {
    if (!folder) {
      setError({ code: '', message: '请选择一个空文件夹，工作区的全部内容都放在里面。', details: [] });
      return;
    }
    setBusy(true);
    try {
      await app
        .getState()
        .enter(await api['workspace.create']({ folder: folder.token, institution: institution.trim(), type }));
      onClose();
    } catch (cause) {
      setError(errorDtoOf(cause));
      setFolder(undefined); // a token is good for one use
      setBusy(false);
    }
  };
  return (
    <Themed>
      <Dialog
        title="新建工作区"
        okText="新建"
        onCancel={onClose}
        okButtonProps={{ disabled: isBusy, htmlType: 'submit', form: formId }}
        width={460}
      >
        <Form<Fields> id={formId} layout="vertical" requiredMark={false} onFinish={(fields) => void create(fields)}>
          <Form.Item
            name="institution"
            label="机构名称"
            rules={[{ required: true, whitespace: true, message: '请填写机构名称' }]}
          >
            <Input maxLength={100} placeholder="例如：某某镇中心卫生院" />
          </Form.Item>
          <Form.Item name="type" label="机构类型" rules={[{ required: true, message: '请选择机构类型' }]}>
            <Select
              placeholder="决定先列出哪些标准"
              options={institutionTypes.map((type) => ({ value: type, label: type }))}
            />
          </Form.Item>
          <Form.Item label="保存位置">
            <div className="folder-field">
              <Button onClick={() => void pick()}>选择空文件夹…</Button>
              <span className="ellipsis" title={folder?.name}>
                {folder?.name ?? '尚未选择'}
              </span>
            </div>
          </Form.Item>
          {error && <InlineError {...error} />}
        </Form>
      </Dialog>
    </Themed>
  );
}
