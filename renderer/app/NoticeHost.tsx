import { useEffect, useRef } from 'react';
import { notification } from 'antd';
import { useStore } from 'zustand';
import type { Notice } from './app-store.ts';
import { useServices } from './services.ts';
import { Themed } from './Themed.tsx';

const Host = () => {
  const { app } = useServices();
  const notices = useStore(app, (state) => state.notices);
  const [toast, holder] = notification.useNotification({ placement: 'bottomLeft', bottom: 16 });
  const shown = useRef(new Set<number>());
  useEffect(() => {
    for (const notice of notices) {
      if (shown.current.has(notice.id)) continue;
      shown.current.add(notice.id);
      const close = () => app.getState().dismiss(notice.id);
      toast.open({
        key: notice.id,
        title: <NoticeText notice={notice} />,
        className: `notice notice-${notice.kind}`,
        duration: notice.kind === 'error' || notice.details.length > 0 ? 10 : 6,
        role: notice.kind === 'error' ? 'alert' : 'status',
        onClose: close,
        actions: notice.action && (
          <button
            type="button"
            className="button button-plain"
            onClick={() => {
              notice.action?.run();
              toast.destroy(notice.id);
              close();
            }}
          >
            {notice.action.label}
          </button>
        ),
      });
    }
  }, [app, notices, toast]);
  return holder;
};

const NoticeText = ({ notice }: { notice: Notice }) => (
  <div className="notice-text">
    <p>
      {notice.text} {notice.code && <small>{notice.code}</small>}
    </p>
    {notice.details.length > 0 && (
      <ul tabIndex={0} aria-label="详情">
        {notice.details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    )}
  </div>
);

export default function NoticeHost() {
  return (
    <Themed>
      <Host />
    </Themed>
  );
}
