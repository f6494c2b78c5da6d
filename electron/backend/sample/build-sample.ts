export async function buildSample(_: unknown): Promise<void> {}
