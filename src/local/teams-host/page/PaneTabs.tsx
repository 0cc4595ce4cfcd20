import { Tab, TabList } from '@fluentui/react-components';

const talk = 'talk';

interface PaneTabsProps {
  /** The word for the messages of the pane. */
  readonly talkLabel: string;
  readonly tabs: readonly { readonly value: string; readonly name: string }[];
  /** Undefined: the messages. */
  readonly selected: string | undefined;
  readonly onSelect: (value: string | undefined) => void;
}

/** The strip of a pane: its messages first, then the app's tabs. */
export function PaneTabs({ talkLabel, tabs, selected, onSelect }: PaneTabsProps) {
  return (
    <TabList
      selectedValue={selected ?? talk}
      onTabSelect={(_event, { value }) => onSelect(value === talk ? undefined : String(value))}
    >
      <Tab value={talk}>{talkLabel}</Tab>
      {tabs.map(({ value, name }) => (
        <Tab key={value} value={value}>
          {name}
        </Tab>
      ))}
    </TabList>
  );
}
