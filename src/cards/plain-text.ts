/**
 * Text of masters for places where Teams reads Markdown (TextBlock, Fact). What a person wrote never goes there: it
 * stands in a TextRun, which knows no Markdown (specification 2.7).
 */
export function plainText(text: string): string {
  return text.replace(/[\\*_[\]`<&~#]/g, String.raw`\$&`);
}
