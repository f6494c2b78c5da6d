/** 扣分标准: what a fault costs, as the standard says. */
export const Deductions = ({ deductions }: { deductions: readonly string[] }) =>
  deductions.length > 0 && (
    <section className="beside">
      <h3>扣分标准</h3>
      <ul>
        {deductions.map((deduction) => (
          <li key={deduction}>{deduction}</li>
        ))}
      </ul>
    </section>
  );
