import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { KeepActs } from '../api/keep-deps.js';
import { isOfficeHoliday } from '../api/office-holidays.js';
import type { CivilDate } from '../domain/instant.js';
import { officeHolidays } from '../domain/working-days.js';
import { applyImport, previewImport } from '../usecases/import-masters.js';
import {
  changeCampaign,
  copyCampaign,
  enterCampaign,
  previewDraft,
} from '../usecases/keep-campaign.js';
import { changeMasterRow, enterMasterRow } from '../usecases/keep-master.js';
import { type KeepPorts, rowVersion } from '../usecases/keep-ports.js';
import type { Clock, KeptRows } from '../usecases/ports.js';
import { readWorkbook } from '../workbook/read-workbook.js';

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** The books as far as masters and campaigns are in them. */
export interface KeptBooks extends Pick<KeepPorts, 'register' | 'writer'> {
  readonly stores: Pick<KeepPorts, 'masters' | 'campaigns'>;
}

/** Binds the keeping of masters and campaigns to the lists. */
export function openKeeping(clock: Clock, { register, writer, stores }: KeptBooks): KeepActs {
  const { masters, campaigns } = stores;
  const ports: KeepPorts = {
    clock,
    register,
    writer,
    masters,
    campaigns,
    pause: (milliseconds) => pause(milliseconds, undefined, { ref: false }),
    digest,
  };
  return {
    enterMaster: (keeper, kind, form) => enterMasterRow(ports, keeper, kind, form),
    changeMaster: (keeper, kind, seen, form) => changeMasterRow(ports, keeper, kind, seen, form),
    enterCampaign: (keeper, draft) => enterCampaign(ports, keeper, draft),
    changeCampaign: (keeper, draft, version) => changeCampaign(ports, keeper, draft, version),
    copyCampaign: (keeper, sourceId, own) => copyCampaign(ports, keeper, sourceId, own),
    previewCampaign: (draft) => previewDraft(ports, draft),
    previewImport: (keeper, handed) => previewImport(ports, keeper, handed),
    applyImport: (keeper, handed, token) => applyImport(ports, keeper, handed, token),
    versionOf: (row) => rowVersion(digest, row),
    readWorkbook,
  };
}

/** The holidays of the office: the calendar of the country, but for what its own master says. */
export function ownHolidays(register: Pick<KeptRows, 'masterRows'>): (date: CivilDate) => boolean {
  let days = register.masterRows().holidays;
  let isHoliday = officeHolidays(isOfficeHoliday, days);
  return (date) => {
    const present = register.masterRows().holidays;
    if (present !== days) {
      days = present;
      isHoliday = officeHolidays(isOfficeHoliday, days);
    }
    return isHoliday(date);
  };
}
