import './tabs.css';

interface TabsProps<Value extends string> {
  readonly label: string;
  /** Of the panel whose content they choose: `<name>-panel`, labelled by `tabId`. */
  readonly name: string;
  readonly tabs: readonly { readonly value: Value; readonly text: string; readonly count: number }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

export const tabId = (name: string, value: string): string => `${name}-tab-${value}`;
export const panelId = (name: string): string => `${name}-panel`;

/** Which of the rows are shown, and how many each tab has. The keyboard stays where it is: on the table. */
export const Tabs = <Value extends string>({ label, name, tabs, chosen, onChoose }: TabsProps<Value>) => (
  <div className="tabs" role="tablist" aria-label={label}>
    {tabs.map(({ value, text, count }) => (
      <button
        key={value}
        type="button"
        role="tab"
        id={tabId(name, value)}
        aria-selected={value === chosen}
        aria-controls={panelId(name)}
        className="filter-tab"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onChoose(value)}
      >
        {text} <span>{count}</span>
      </button>
    ))}
  </div>
);
