/** What Lambda hands on of a function that said this. */
export function payload(said: unknown) {
  const text = typeof said === 'string' ? said : JSON.stringify(said);
  const bytes = Object.assign(new TextEncoder().encode(text), { transformToString: () => text });
  return { $metadata: {}, Payload: bytes };
}
