const paths = {
  score: 'M3 3h10v10H3zM5.5 8l2 2 3.5-4',
  evidence: 'M4 2h6l3 3v9H4zM6 7.5h5M6 10.5h5',
  standard:
    'M2.5 3h4.2c.8 0 1.3.5 1.3 1.2V13c0-.6-.5-1-1.3-1H2.5zM13.5 3H9.3C8.5 3 8 3.500 8 4.200V13c0-.6.5-1 1.3-1h4.200z',
  target: 'M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 7.900h.01',
  library: 'M2.500 2.500h3v11h-3zM5.500 2.500h3v11h-3zM9.500 3.200l2.400-.7 2.600 10.300-2.400.7z',
  export: 'M8 10V2.500M5 5l3-3 3 3M3 9v4.500h10V9',
  add: 'M8 3.500v9M3.500 8h9',
  folder: 'M2 4.500V13h12V5.500H8L6.500 3.500H2zM2 7.500h12',
  undo: 'M5.500 3 2.500 6l3 3M3 6h6.500a3.500 3.500 0 0 1 0 7H6',
  redo: 'm10.500 3 3 3-3 3M13 6H6.500a3.500 3.500 0 0 0 0 7H10',
  close: 'm4 4 8 8M12 4l-8 8',
  chevron: 'm6 4 4 4-4 4',
  down: 'm4 6 4 4 4-4',
  file: 'M4 2h8v12H4zM6 5.500h4M6 8h4M6 10.500h4',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  help: 'M6 6a2 2 0 1 1 2.600 1.900c-.4.200-.6.500-.6.900v.700M8 11.500h.01M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13z',
} as const;
export type IconName = keyof typeof paths;

/** Line icons of one weight; they never stand without words or a label on their control. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    className="icon"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth={name === 'more' ? 2 : 1.3}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
);
