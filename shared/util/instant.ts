/** An instant in UTC, ISO 8601 with milliseconds: `2026-11-21T01:30:00.000Z` (domain 3). */
export type Instant = string

/** A civil day of the estate (Asia/Shanghai): `2026-11-21`. */
export type CivilDay = string
