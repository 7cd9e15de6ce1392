/** The ids of the choices that a card asks for, wherever they stand in it. */
export function choicesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(choicesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { type, id } = value as { type?: string; id?: string };
  const own = type === 'Input.ChoiceSet' && id !== undefined ? [id] : [];
  return [...own, ...Object.values(value).flatMap(choicesIn)];
}
