export const Unshown = ({ text }: { text: string }) => (
  <div className="empty-state" role="status">
    <p>{text}</p>
    <p>可以用右上角的“用系统程序打开”。</p>
  </div>
);
