/** Rows as text, columns aligned; the first row is the heads. */
export function columnsTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

/**
 * By which power of the size something grows, from each size to the next: 0 not at all, 1 like the size.
 * @param {[number, number][]} points size and figure
 */
export function growth(points) {
  return points.slice(1).map(([size, figure], index) => {
    const [before, least] = points[index];
    return Math.log(figure / least) / Math.log(size / before);
  });
}
