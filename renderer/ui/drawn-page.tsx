import type { DrawnPage, Mark, TextMark } from '../../contract/drawing.ts';
import './drawn-page.css';

/** A page as it will be printed, drawn from the same marks as the PDF. */
export function DrawnPageView({ page, label }: { page: DrawnPage; label: string }) {
  return (
    <svg className="drawn-page" viewBox={`0 0 ${page.width} ${page.height}`} role="img" aria-label={label}>
      <rect width={page.width} height={page.height} fill="#fff" />
      {page.marks.map((mark, index) => (
        <DrawnMark key={index} mark={mark} />
      ))}
    </svg>
  );
}

function DrawnMark({ mark }: { mark: Mark }) {
  if (mark.kind === 'text') return <DrawnText mark={mark} />;
  if (mark.kind === 'fill')
    return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} fill={greyOf(mark.grey)} />;
  return <line x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} stroke="#000" strokeWidth={mark.thickness} />;
}

/** The width is that of the print's own typeface, whatever stands in for it on the screen. */
function DrawnText({ mark }: { mark: TextMark }) {
  return (
    <text
      x={mark.x}
      y={mark.y}
      fontSize={mark.size}
      className={`drawn-${mark.face}`}
      fill={greyOf(mark.grey)}
      letterSpacing={mark.spacing}
      textLength={mark.width}
      lengthAdjust="spacingAndGlyphs"
      xmlSpace="preserve"
    >
      {mark.text}
    </text>
  );
}

function greyOf(grey: number): string {
  const level = Math.round(grey * 255);
  return `rgb(${level} ${level} ${level})`;
}
