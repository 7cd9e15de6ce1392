/** The part of Markdown that people may use in stories, courses and goals. Headings begin below those of the page. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import { TextLink } from './button.tsx';

const allowed = ['p', 'strong', 'em', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'br', 'a'];

const useStyles = makeStyles({
  text: {
    maxWidth: '68ch',
    fontSize: tokens.fontSizeBase400,
    lineHeight: '1.6',
    overflowWrap: 'anywhere',
    '& p': { margin: `0 0 ${tokens.spacingVerticalM}` },
    '& h3, & h4': {
      margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}`,
      fontSize: tokens.fontSizeBase500,
    },
    '& h4': { fontSize: tokens.fontSizeBase400 },
    '& li': { marginBottom: tokens.spacingVerticalXS },
    '& blockquote': {
      margin: `${tokens.spacingVerticalL} 0`,
      paddingInlineStart: tokens.spacingHorizontalL,
      borderInlineStartWidth: '3px',
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: tokens.colorBrandStroke1,
      color: tokens.colorNeutralForeground2,
    },
  },
});

const safe = (address: string): string => (/^https:\/\//i.test(address) ? address : '');

const components: Components = {
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  a: ({ href, children }) =>
    href ? (
      <TextLink to={href} inText>
        {children}
      </TextLink>
    ) : (
      children
    ),
};

export default function LimitedMarkdown({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.text}>
      <ReactMarkdown allowedElements={allowed} unwrapDisallowed skipHtml urlTransform={safe} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
