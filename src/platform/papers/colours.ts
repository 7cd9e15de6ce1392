/** Colours of papers. The five of a bar in parts differ in lightness too, so that they stand apart in grey and to every eye. */
export const ink = '#1b1a19';
export const softInk = '#555250';
export const brand = '#0f3d6e';
export const rule = '#c8c6c4';
export const headFill = '#eef3f9';

/** From disagree to agree. */
export const fiveParts = ['#94500f', '#edb777', '#e9e7e4', '#5b97d3', '#0f3d6e'] as const;

export function coloursFor(parts: number): readonly string[] {
  return parts === 1 ? [fiveParts[3]] : fiveParts;
}

/** Of a colour like `#0f3d6e`, 0 to 1 (WCAG 2.2, relative luminance). */
export function luminanceOf(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Black or white, whichever is easier to read on it. */
export function inkOn(colour: string): string {
  return luminanceOf(colour) > 0.18 ? '#000000' : '#ffffff';
}
