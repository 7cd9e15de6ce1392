/** For comparison: one page with the parts of Fluent that templates of Teams apps begin with, in one file. */
import {
  Button,
  Card,
  Dialog,
  DialogBody,
  DialogSurface,
  DialogTrigger,
  Dropdown,
  Field,
  FluentProvider,
  Input,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Option,
  Spinner,
  Tab,
  TabList,
  Table,
  TableBody,
  TableCell,
  TableRow,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { app } from '@microsoft/teams-js';
import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

function Template(): ReactNode {
  const [theme, setTheme] = useState<string>();
  useEffect(() => {
    void app.initialize().then(async () => setTheme((await app.getContext()).app.theme));
    app.registerOnThemeChangeHandler(setTheme);
  }, []);
  const found = Object.entries(themes).find(([name]) => name === theme);
  return (
    <FluentProvider theme={found?.[1] ?? teamsLightTheme}>
      {theme === undefined ? <Spinner /> : <Parts />}
    </FluentProvider>
  );
}

function Parts(): ReactNode {
  return (
    <>
      <TabList>
        <Tab value="one">One</Tab>
      </TabList>
      <Card>
        <Field label="Name">
          <Input />
        </Field>
        <Dropdown>
          <Option>One</Option>
        </Dropdown>
      </Card>
      <Menu>
        <MenuTrigger>
          <Button>More</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem>One</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Dialog>
        <DialogTrigger>
          <Button>Open</Button>
        </DialogTrigger>
        <DialogSurface>
          <DialogBody>Text</DialogBody>
        </DialogSurface>
      </Dialog>
      <Table>
        <TableBody>
          <TableRow>
            <TableCell>One</TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </>
  );
}

createRoot(document.querySelector('#tab')!).render(<Template />);
