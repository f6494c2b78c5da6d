declare const brand: unique symbol;

/** A branded identifier: a round id cannot be passed where a clause id is meant. */
export type Id<Name extends string> = string & { readonly [brand]: Name };

export type StandardId = Id<'Standard'>;
export type ClauseId = Id<'Clause'>;
export type PointId = Id<'Point'>;
export type TargetId = Id<'Target'>;
export type RoundId = Id<'Round'>;
export type EvidenceId = Id<'Evidence'>;
export type EvidenceFileId = Id<'EvidenceFile'>;
