/** A picture that goes with thanks, and the choice of one. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { useSay } from '../../../ui/language.tsx';
import { pictureNames, pictureSize, svgOf, type PictureName } from '../pictures/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  picture: { display: 'block', maxWidth: '100%', height: 'auto', borderRadius: tokens.borderRadiusLarge },
  beside: { marginTop: tokens.spacingVerticalS },
});

export function Picture({ name }: { readonly name: PictureName }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const source = `data:image/svg+xml,${encodeURIComponent(svgOf(name))}`;
  return <img className={styles.picture} src={source} alt={t(`picture.${name}`)} {...pictureSize} />;
}

interface PictureFieldProps {
  readonly value: PictureName | undefined;
  onChange(this: void, name: PictureName | undefined): void;
}

export function PictureField({ value, onChange }: PictureFieldProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const choices = [...pictureNames].map((name) => ({ value: name, label: t(`picture.${name}`) }));
  return (
    <div>
      <ChoiceField
        name="picture"
        label={t('picture')}
        choices={[{ value: 'none', label: t('picture.none') }, ...choices]}
        value={value ?? 'none'}
        onChange={(name) => onChange(pictureNames.find((one) => one === name))}
      />
      {value && (
        <div className={styles.beside}>
          <Picture name={value} />
        </div>
      )}
    </div>
  );
}
