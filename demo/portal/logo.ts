/** The launched system's logo, drawn here so that the demo needs no picture of anyone's. */

const SIZE = 112;

const draw = (): string => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.fillStyle = '#14344b';
  pen.fillRect(0, 0, SIZE, SIZE);
  pen.lineWidth = 8;
  for (const [radius, colour] of [
    [36, '#9fd8e8'],
    [20, '#f4b860'],
  ] as const) {
    pen.strokeStyle = colour;
    pen.beginPath();
    pen.arc(SIZE / 2, SIZE / 2, radius, 0, 1.5 * Math.PI);
    pen.stroke();
  }
  return canvas.toDataURL('image/png');
};

/** One that says it is a PNG and is none. */
const BROKEN = 'data:image/png;base64,AAAA';

export const logoUrl = (kind: 'none' | 'picture' | 'broken'): string | undefined =>
  kind === 'none' ? undefined : kind === 'broken' ? BROKEN : draw();
