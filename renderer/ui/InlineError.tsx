interface InlineErrorProps {
  readonly message: string;
  readonly details: readonly string[];
  /** For us, never shown. */
  readonly code: string;
}

/** What went wrong, where it went wrong. */
export const InlineError = ({ message, details, code }: InlineErrorProps) => (
  <div className="inline-error" role="alert" data-error={code}>
    <p>{message}</p>
    {details.length > 0 && (
      <ul>
        {details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    )}
  </div>
);
