/** How the page looks and which language it speaks: in Teams a person's own settings. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { OptionsRegular } from '@fluentui/react-icons/svg/options';
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { themes, usePlace, type Place } from '../place.ts';
import { say } from '../words.ts';

const names: Readonly<Record<Language, string>> = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' };

export function LookMenu(): ReactNode {
  const [{ lang, theme }, go] = usePlace();
  return (
    <Menu
      checkedValues={{ theme: [theme], lang: [lang] }}
      onCheckedValueChange={(_, { name, checkedItems }) => go({ [name]: checkedItems[0] } as Partial<Place>)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<OptionsRegular />} aria-label={say(lang, 'look')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{say(lang, 'theme')}</MenuGroupHeader>
            {themes.map((one) => (
              <MenuItemRadio key={one} name="theme" value={one}>
                {say(lang, `theme.${one}`)}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{say(lang, 'language')}</MenuGroupHeader>
            {languages.map((one) => (
              <MenuItemRadio key={one} name="lang" value={one}>
                <span lang={one}>{names[one]}</span>
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
