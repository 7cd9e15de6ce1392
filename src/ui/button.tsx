/** Buttons and links with targets of 44 pixels; links go through the router, so that a page opens without a reload. */
import { Button as FluentButton, makeStyles, mergeClasses, tokens, type ButtonProps } from '@fluentui/react-components';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';

const useStyles = makeStyles({
  button: { minHeight: '44px' },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  inText: { textDecorationLine: 'underline' },
});

/** Fluent's button at a size that thumbs can hit. */
export function Button(props: ButtonProps): ReactNode {
  const styles = useStyles();
  return <FluentButton {...props} className={mergeClasses(styles.button, props.className)} />;
}

export interface ButtonLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly appearance?: 'primary' | 'secondary' | 'subtle' | 'outline';
  readonly icon?: ReactElement;
}

/** Looks like a button, is a link to another page of the tab. */
export function ButtonLink({ to, children, appearance = 'secondary', icon }: ButtonLinkProps): ReactNode {
  const styles = useStyles();
  return (
    <Link href={to} asChild>
      <FluentButton as="a" appearance={appearance} className={styles.button} {...(icon ? { icon } : {})}>
        {children}
      </FluentButton>
    </Link>
  );
}

export interface TextLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** A page of the tab (`/pairs/x`), or an address (`https://…`), which opens in a new window. */
  readonly to: string;
  /** Within a sentence a link is underlined, since colour alone does not show it. */
  readonly inText?: boolean;
}

export function TextLink({ to, inText, className, children, ...rest }: TextLinkProps): ReactNode {
  const styles = useStyles();
  const look = mergeClasses(styles.link, inText && styles.inText, className);
  if (!to.startsWith('/'))
    return (
      <a {...rest} href={to} target="_blank" rel="noreferrer" className={look}>
        {children}
      </a>
    );
  return (
    <Link {...rest} href={to} className={look}>
      {children}
    </Link>
  );
}
