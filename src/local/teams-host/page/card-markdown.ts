const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

const link = /\[([^\]\n]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+)\)/g;
const bold = /\*\*(?=\S)([^*\n]*[^*\s])\*\*/g;
const underscored = /(^|[^\p{L}\p{N}_])_(?=\S)([^_\n]*[^_\s])_(?![\p{L}\p{N}_])/gu;
const starred = /(^|[^*])\*(?=\S)([^*\n]*[^*\s])\*(?!\*)/g;

function styled(escaped: string): string {
  return escaped
    .replace(bold, '<strong>$1</strong>')
    .replace(underscored, '$1<em>$2</em>')
    .replace(starred, '$1<em>$2</em>');
}

function inline(line: string): string {
  let html = '';
  let from = 0;
  for (const found of line.matchAll(link)) {
    const [whole, title = '', address = ''] = found;
    html += styled(escapeHtml(line.slice(from, found.index)));
    html += `<a href="${escapeHtml(address)}">${styled(escapeHtml(title))}</a>`;
    from = found.index + whole.length;
  }
  return html + styled(escapeHtml(line.slice(from))).replace(/\\([*_\\[\]()#-])/g, '$1');
}

type Block = {
  readonly kind: 'ul' | 'ol' | 'p';
  readonly lines: string[];
  readonly start?: string;
};

const bullet = /^\s*[-*] +(.*)$/;
const numbered = /^\s*(\d+)\. +(.*)$/;

function itemOf(line: string): Block {
  const item = bullet.exec(line);
  if (item) return { kind: 'ul', lines: [item[1] ?? ''] };
  const count = numbered.exec(line);
  if (count) return { kind: 'ol', lines: [count[2] ?? ''], start: count[1] ?? '1' };
  return { kind: 'p', lines: [line] };
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = blocks.at(-1);
    const next = itemOf(line);
    const blank = line.trim() === '';
    if (!blank && open && last?.kind === next.kind) last.lines.push(...next.lines);
    else if (!blank) blocks.push(next);
    open = !blank;
  }
  return blocks;
}

function blockHtml(block: Block): string {
  if (block.kind === 'p') return `<p>${block.lines.map(inline).join('\n')}</p>`;
  const items = block.lines.map((line) => `<li>${inline(line)}</li>`).join('');
  const start = block.kind === 'ol' ? ` start="${escapeHtml(block.start ?? '1')}"` : '';
  return `<${block.kind}${start}>${items}</${block.kind}>`;
}

/**
 * The Markdown subset Teams draws in a TextBlock: bold, italic, both lists and links. Everything
 * else is text; HTML is escaped first. As in CommonMark a single line break is only a space.
 */
export function cardMarkdown(text: string): string {
  return blocksOf(text).map(blockHtml).join('');
}
