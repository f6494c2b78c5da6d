/** What a row of the short lists beside a clause is. */
export type Hint = 'evidence' | 'check' | 'department' | 'generic-tier' | 'deduction';
