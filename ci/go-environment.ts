/** For programs in Go: they collect garbage less often, which makes them a quarter to a third faster, for some memory. */
export const goEnvironment = { GOGC: "400" } as const;
