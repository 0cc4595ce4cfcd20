import { Badge } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons';
import { useTriageSurroundings } from './use-triage-surroundings.js';

/** 要確認: the item in SharePoint is not as the product wrote it. */
export function ToCheckMark() {
  const { words } = useTriageSurroundings();
  return (
    <Badge appearance="tint" color="warning" icon={<WarningRegular />}>
      {words.triage.toCheck}
    </Badge>
  );
}
