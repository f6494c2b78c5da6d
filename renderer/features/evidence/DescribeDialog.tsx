import { useId } from 'react';
import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { useServices } from '../../app/services.ts';

interface Fields {
  readonly number: string;
  readonly title: string;
  readonly documentDate: Dayjs | null;
  readonly validUntil: Dayjs | null;
  readonly department: string;
  readonly remark: string;
}

const asDay = (text: string) => (text === '' ? null : dayjs(text));
const asText = (day: Dayjs | null) => day?.format('YYYY-MM-DD') ?? '';

/** Number, title, dates and the rest of one evidence. It stays open when saving fails. */
export function DescribeDialog({ evidence }: { evidence: Evidence }) {
  const { evidence: store } = useServices();
  const formId = useId();
  const close = () => store.getState().openDescribe(undefined);
  const save = async (fields: Fields) => {
    const isSaved = await store.getState().describe({
      evidenceId: evidence.id,
      number: fields.number.trim(),
      title: fields.title.trim(),
      documentDate: asText(fields.documentDate),
      validUntil: asText(fields.validUntil),
      department: fields.department.trim(),
      remark: fields.remark,
    });
    if (isSaved) close();
  };
  return (
    <Dialog
      title="编辑佐证信息"
      okText="保存"
      okButtonProps={{ htmlType: 'submit', form: formId }}
      onCancel={close}
      width={520}
    >
      <Form<Fields>
        id={formId}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void save(fields)}
        initialValues={{
          ...evidence,
          documentDate: asDay(evidence.documentDate),
          validUntil: asDay(evidence.validUntil),
        }}
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={300} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="number" label="编号" rules={[{ required: true, whitespace: true, message: '请填写编号' }]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="department" label="科室">
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <div className="form-pair">
          <Form.Item name="documentDate" label="文件日期">
            <DatePicker className="wide" />
          </Form.Item>
          <Form.Item name="validUntil" label="有效至">
            <DatePicker className="wide" />
          </Form.Item>
        </div>
        <Form.Item name="remark" label="备注">
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
