/** Small pictures that go with thanks: without words and without people, so that each suits everybody. Safe in the browser. */
import { z } from 'zod';

export const pictureNames = ['door', 'cups', 'bridge', 'seedling', 'lighthouse', 'path'] as const;
export const pictureName = z.enum(pictureNames);
export type PictureName = (typeof pictureNames)[number];

export const pictureSize = { width: 320, height: 140 } as const;

const drawn: Readonly<Record<PictureName, string>> = {
  door: `<rect width="320" height="140" fill="#3b3a72"/><path d="M0 116h320v24H0z" fill="#2a2957"/>
    <path d="M132 116V22h60v94z" fill="#ffd98a"/><path d="M132 116h60l36 24H108z" fill="#ffd98a" opacity=".6"/>
    <path d="M132 22l-38 12v94l38-12z" fill="#8f8be0"/><circle cx="101" cy="80" r="4" fill="#ffe9bd"/>`,
  cups: `<rect width="320" height="140" fill="#ffe6d1"/><path d="M0 112h320v28H0z" fill="#d98a5a"/>
    <path d="M88 66h60v30a16 16 0 0 1-16 16h-28a16 16 0 0 1-16-16z" fill="#2f6f73"/>
    <path d="M148 74h8a10 10 0 0 1 0 22h-8" fill="none" stroke="#2f6f73" stroke-width="7"/>
    <path d="M176 66h60v30a16 16 0 0 1-16 16h-28a16 16 0 0 1-16-16z" fill="#b8434e"/>
    <path d="M236 74h8a10 10 0 0 1 0 22h-8" fill="none" stroke="#b8434e" stroke-width="7"/>
    <path d="M106 54q-8-10 0-20t0-18M130 54q-8-10 0-20t0-18M194 54q-8-10 0-20t0-18M218 54q-8-10 0-20t0-18" fill="none" stroke="#c9a48a" stroke-width="5" stroke-linecap="round"/>`,
  bridge: `<rect width="320" height="140" fill="#cfe8f3"/><circle cx="252" cy="34" r="18" fill="#ffd166"/>
    <path d="M0 84h70v56H0zM250 84h70v56h-70z" fill="#5f8f6b"/><path d="M70 122h180v18H70z" fill="#4f9ac2"/>
    <path d="M60 84h200" stroke="#6b4a3a" stroke-width="9"/><path d="M70 88q90 62 180 0" fill="none" stroke="#6b4a3a" stroke-width="8"/>
    <path d="M100 84V58M140 84V58M180 84V58M220 84V58M64 58h192" stroke="#6b4a3a" stroke-width="4"/>`,
  seedling: `<rect width="320" height="140" fill="#e4f2dc"/><path d="M0 108q160-26 320 0v32H0z" fill="#7a5640"/>
    <path d="M160 104V52" stroke="#3f7d45" stroke-width="7" stroke-linecap="round"/>
    <path d="M160 66q-46 2-52-34 46-2 52 34zM160 56q4-38 50-38-4 40-50 38z" fill="#5aa55f"/>
    <path d="M66 98V80M66 86q-14 0-16-11 15 0 16 11zM66 82q2-12 16-12-1 13-16 12zM254 98V80M254 86q-14 0-16-11 15 0 16 11zM254 82q2-12 16-12-1 13-16 12z" fill="#5aa55f" stroke="#3f7d45" stroke-width="3"/>`,
  lighthouse: `<rect width="320" height="140" fill="#233a5e"/><path d="M160 40L320 4v58zM160 40L0 4v58z" fill="#ffe08a" opacity=".75"/>
    <path d="M144 50h32l10 70h-52z" fill="#f4f1ea"/><path d="M141 68h38l3 18h-44zM137 100h46l3 20h-52z" fill="#d1495b"/>
    <path d="M146 30h28v20h-28z" fill="#ffe08a"/><path d="M140 30l20-16 20 16z" fill="#d1495b"/>
    <path d="M0 120q40-12 80 0t80 0 80 0 80 0v20H0z" fill="#4f9ac2"/>`,
  path: `<rect width="320" height="140" fill="#fbe3c0"/><circle cx="160" cy="46" r="24" fill="#f2994a"/>
    <path d="M0 104l84-64 62 52 44-36 130 84H0z" fill="#7d8f69"/><path d="M0 122q160-40 320 0v18H0z" fill="#4f6f52"/>
    <path d="M104 144q56-10 34-22t18-18" fill="none" stroke="#fff4dd" stroke-width="9" stroke-linecap="round"/>`,
};

/** The tab draws it; what cards hold is made from it, since clients of chat show PNG everywhere, and vectors not. */
export function svgOf(name: PictureName): string {
  const { width, height } = pictureSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawn[name].replace(/\s*\n\s*/g, '')}</svg>`;
}
