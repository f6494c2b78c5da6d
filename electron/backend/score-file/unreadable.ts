/** Why a score file cannot be read, in words for the user. Becomes a `file/unreadable` at the front door. */
export class Unreadable extends Error {}
