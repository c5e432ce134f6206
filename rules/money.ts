const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** An amount in fen the way receipts write it (票据中文大写): 10005 is 壹佰元零伍分, 5000 is 伍拾元整. Whole, not negative. */
export function amountInWords(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const whole = yuan === 0 ? '' : `${wholeInWords(yuan)}元`;
  if (jiao === 0 && rest === 0) return whole === '' ? '零元整' : `${whole}整`;
  const gap = jiao === 0 && whole !== '' ? '零' : '';
  return `${whole}${jiao === 0 ? gap : `${digits[jiao]}角`}${rest === 0 ? '整' : `${digits[rest]}分`}`;
}

function wholeInWords(value: number): string {
  let words = '';
  let isGap = false;
  const text = String(value);
  for (const [index, character] of [...text].entries()) {
    const place = text.length - 1 - index;
    const digit = Number(character);
    if (digit === 0) isGap = true;
    else {
      words += `${isGap && words !== '' ? '零' : ''}${digits[digit]}${places[place % 4]}`;
      isGap = false;
    }
    const isGroupEnd = place % 4 === 0 && place > 0;
    const isGroupEmpty = Number(text.slice(Math.max(0, index - 3), index + 1)) === 0;
    if (isGroupEnd && !isGroupEmpty) words += groups[place / 4];
  }
  return words;
}
