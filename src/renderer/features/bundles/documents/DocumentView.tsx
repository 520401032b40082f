import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NARRATIVE_PARTS } from '../../../../shared/model/assessment.ts';
import type { BundleDocument } from '../../../../shared/model/documents/bundle-document.ts';
import type { ReceiptDocument } from '../../../../shared/model/documents/receipt.ts';
import type { RequestDocument } from '../../../../shared/model/documents/request.ts';
import type { StatisticsDocument } from '../../../../shared/model/documents/statistics.ts';
import { FactList } from '../../../components/FactList.tsx';
import { Badge } from '../../../components/StatusPill.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useLabel } from '../../../i18n/use-label.ts';
import { assessmentWords } from '../../impact/assessment-words.ts';
import { FigureTables } from '../../impact/FigureTables.tsx';
import styles from './documents.module.css';

/** The contacts that a document names, as far as they are known here. */
export type KnownContacts = readonly { readonly id: string; readonly label: string }[];

export interface DocumentViewProps {
  readonly document: BundleDocument;
  readonly contacts: KnownContacts;
}

/** What a bundle that is a document says. */
export function DocumentView({ document, contacts }: DocumentViewProps): ReactNode {
  const names = new Map(contacts.map(({ id, label }) => [id, label]));
  switch (document.kind) {
    case 'receipt':
      return <Receipt receipt={document.value} names={names} />;
    case 'request':
      return <Request request={document.value} names={names} />;
    case 'statistics':
      return <Statistics statistics={document.value} />;
  }
}

type Names = ReadonlyMap<string, string>;

function Receipt(props: { readonly receipt: ReceiptDocument; readonly names: Names }): ReactNode {
  const { receipt, names } = props;
  const { t } = useTranslation('documents');
  const label = useLabel();
  const format = useFormat();
  return (
    <div className={styles['column']}>
      <p>
        {t('receipt.of', {
          kind: label('bundleKind', receipt.kind),
          number: receipt.sequence,
          when: format.instant(receipt.receivedAt),
        })}
      </p>
      {receipt.contacts.length === 0 ? (
        <p className={styles['small']}>{t('receipt.noContacts')}</p>
      ) : (
        <ul className={styles['answers']} aria-label={t('receipt.answers')}>
          {receipt.contacts.map((answer) => (
            <li key={answer.contactId}>
              <bdi>{names.get(answer.contactId) ?? t('unknownContact')}</bdi>
              <Badge tone={answer.answer === 'accepted' ? 'positive' : 'warning'}>
                {t(`receipt.${answer.answer}`)}
              </Badge>
              {answer.answer === 'rejected' && (
                <span className={styles['small']} dir="auto">
                  {answer.reason}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className={styles['small']}>
        {t('receipt.sum')} <span className={styles['sum']}>{receipt.sha256}</span>
      </p>
    </div>
  );
}

function Request(props: { readonly request: RequestDocument; readonly names: Names }): ReactNode {
  const { request, names } = props;
  const { t } = useTranslation('documents');
  const contacts = request.contactIds.length > 0 && (
    <ul className={styles['names']}>
      {request.contactIds.map((id) => (
        <li key={id}>
          <bdi>{names.get(id) ?? t('unknownContact')}</bdi>
        </li>
      ))}
    </ul>
  );
  const description = request.asks === 'contacts' ? request.description : '';
  return (
    <FactList
      facts={[
        {
          label: t(request.asks === 'contacts' ? 'request.contacts' : 'request.return'),
          value: contacts,
        },
        { label: t('request.description'), value: description && <Text>{description}</Text> },
        { label: t('request.reason'), value: <Text>{request.reason}</Text> },
      ]}
    />
  );
}

function Statistics({ statistics }: { readonly statistics: StatisticsDocument }): ReactNode {
  const { t } = useTranslation('assessment');
  const label = useLabel();
  const format = useFormat();
  const { year, madeOn, figures, narrative } = statistics;
  const words = assessmentWords(t, label, { year, madeOn: format.longDate(madeOn) });
  return (
    <div className={styles['column']}>
      <p>
        <strong>{words.title}</strong>
      </p>
      <p className={styles['small']}>{words.made}</p>
      <FactList
        facts={NARRATIVE_PARTS.map((part) => ({
          label: words.narrative[part],
          value: narrative[part].trim() === '' ? words.none : <Text>{narrative[part]}</Text>,
        }))}
      />
      <FigureTables figures={figures} words={words} />
    </div>
  );
}

/** What somebody wrote over several lines, in its own direction. */
function Text({ children }: { readonly children: string }): ReactNode {
  return (
    <span className={styles['text']} dir="auto">
      {children}
    </span>
  );
}
