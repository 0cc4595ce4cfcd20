import type { MasterEntry, Masters } from '../../src/domain/masters.js';

const entry = (id: string, label: string, changes: Partial<MasterEntry> = {}): MasterEntry => ({
  id,
  label,
  labelEn: id,
  order: 1,
  ...changes,
});

/** Masters of an invented office; `old` entries ended on 31 March 2026. */
export const sampleMasters: Masters = {
  departments: [
    entry('soumu', '総務部'),
    entry('doboku', '土木建築部'),
    entry('old-dept', '旧部', { validTo: '2026-03-31' }),
  ],
  sections: [
    { ...entry('bunsho', '文書課'), departmentId: 'soumu' },
    { ...entry('minato', 'みなと土木事務所'), departmentId: 'doboku' },
  ],
  categories: [
    entry('paperless', 'ペーパーレス'),
    entry('old', '旧カテゴリ', { validTo: '2026-03-31' }),
  ],
  jobGrades: [entry('shunin', '主任級')],
};
