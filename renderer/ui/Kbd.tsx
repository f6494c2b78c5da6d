/** A key as a small grey cap. */
export const Kbd = ({ children }: { children: string }) => (
  <kbd className="kbd" aria-hidden="true">
    {children}
  </kbd>
);
