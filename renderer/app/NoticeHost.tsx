import { useEffect, useEffectEvent, useRef } from 'react';
import { notification } from 'antd';
import { useStore } from 'zustand';
import { isTyping } from '../features/checklist/typing.ts';
import type { Notice } from './app-store.ts';
import { useServices } from './services.ts';
import { Themed } from './Themed.tsx';

const Host = () => {
  const { app } = useServices();
  const notices = useStore(app, (state) => state.notices);
  // Over the pane and not over the list: the row at hand must stay in sight.
  const [toast, holder] = notification.useNotification({ placement: 'bottomRight', bottom: 16 });
  const shown = useRef(new Set<number>());
  const closeNewest = useEffectEvent((event: KeyboardEvent) => {
    const newest = notices.at(-1);
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !newest) return;
    // A field, a dialog or a menu is left first.
    if (isTyping(event.target) || document.querySelector('[role=dialog], [role=menu]')) return;
    event.preventDefault();
    app.getState().dismiss(newest.id);
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => closeNewest(event);
    // Before the page, whose Esc leaves a search or a filter.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
  useEffect(() => {
    const current = new Set(notices.map(({ id }) => id));
    for (const id of shown.current) {
      if (current.has(id)) continue;
      toast.destroy(id);
      shown.current.delete(id);
    }
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
    <p>{notice.text}</p>
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
