/** Each permission: whether it is granted, what it is for, what works without it; and how to grant one that is not. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { ListRows, type Column } from '../../../ui/list-rows.tsx';
import { Section } from '../../../ui/page.tsx';
import { permissions as table, rights, type Permission } from '../../privacy/permissions/model.ts';
import { forKey, grantKey, withoutKey } from '../../privacy/permissions/rules.ts';
import { say as sayPermission } from '../../privacy/permissions/words.ts';
import type { Granted } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  of: { margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}` },
  name: { overflowWrap: 'break-word', fontWeight: tokens.fontWeightSemibold },
  missing: { fontWeight: tokens.fontWeightSemibold },
  grant: { margin: `${tokens.spacingVerticalXS} 0 0`, lineHeight: '1.55', overflowWrap: 'anywhere' },
});

export function Permissions({ permissions }: { readonly permissions: readonly Granted[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('permissions')} lead={t('permissions.lead')}>
      {rights.map((of) => (
        <div key={of}>
          <h3 className={styles.of}>{t(`permissions.${of}`)}</h3>
          <Rows label={t(`permissions.${of}`)} rows={permissions.filter((one) => one.rights === of)} />
        </div>
      ))}
      <HowToGrant missing={permissions.filter(({ state }) => state === 'missing')} />
    </Section>
  );
}

function Rows({ label, rows }: { readonly label: string; readonly rows: readonly Granted[] }): ReactNode {
  const t = useSay(say);
  const p = useSay(sayPermission);
  const styles = useStyles();
  const columns: Column<Granted>[] = [
    {
      ...{ key: 'permission', title: t('col.permission') },
      cell: ({ name, isNeeded }) => (
        <span className={styles.name}>
          {name.split(/(?<=\.)/).map((part) => (
            <Fragment key={part}>
              {part}
              <wbr />
            </Fragment>
          ))}
          {isNeeded && ` (${t('needed')})`}
        </span>
      ),
    },
    {
      ...{ key: 'state', title: t('col.state') },
      cell: ({ state }) => (
        <span className={state === 'missing' ? styles.missing : undefined}>{t(`state.${state}`)}</span>
      ),
    },
    { key: 'for', title: t('col.for'), cell: (one) => p(forKey(one)) },
    { key: 'without', title: t('col.without'), cell: (one) => p(withoutKey(one)) },
  ];
  return <ListRows label={label} rows={rows} columns={columns} rowKey={({ name }) => name} />;
}

/** The way is the same for most of them: each way once, with those it is for. */
function HowToGrant({ missing }: { readonly missing: readonly Granted[] }): ReactNode {
  const t = useSay(say);
  const p = useSay(sayPermission);
  const styles = useStyles();
  const lines = missing.flatMap(({ rights: of, name }): Permission[] =>
    table.filter((one) => one.rights === of && one.name === name),
  );
  const ways = [...new Set(lines.map(grantKey))];
  if (ways.length === 0) return null;
  return (
    <>
      <h3 className={styles.of}>{t('grant')}</h3>
      {ways.map((way) => {
        const names = lines.filter((one) => grantKey(one) === way).map(({ name }) => name);
        return (
          <p key={way} className={styles.grant}>
            <strong>{names.join(', ')}</strong>: {p(way)}
          </p>
        );
      })}
    </>
  );
}
