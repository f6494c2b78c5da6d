import { Icon, type IconName } from '../../ui/Icon.tsx';

interface StartChoiceProps {
  readonly icon: IconName;
  readonly title: string;
  /** What it is for, in one short line. */
  readonly purpose: string;
  readonly isPrimary?: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

/** One of the ways in. */
export const StartChoice = ({ icon, title, purpose, isPrimary = false, disabled, onChoose }: StartChoiceProps) => (
  <li>
    <button
      type="button"
      className={`start-choice${isPrimary ? ' start-choice-primary' : ''}`}
      disabled={disabled}
      onClick={onChoose}
    >
      <span className="start-icon">
        <Icon name={icon} size={18} />
      </span>
      <b>{title}</b>
      <small>{purpose}</small>
    </button>
  </li>
);
