import { Button } from 'antd';
import type { ExcludedItem, ExcludedKind, PayItem } from '../../contract/dues.ts';
import { excludedKindNames } from '../../rules/codes/dues.ts';
import { newId } from '../data/new-id.ts';
import { text } from '../text/zh-CN.ts';
import { optionsOf, SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { MoneyField } from './money-field.tsx';

const words = text.dues.fixing;
const kinds = optionsOf(excludedKindNames);

/** Items of the pay slip. */
export function PayItemsEditor({ items, onChange }: { items: readonly PayItem[]; onChange(items: PayItem[]): void }) {
  const change = (id: string, part: Partial<PayItem>) =>
    onChange(items.map((item) => (item.id === id ? { ...item, ...part } : item)));
  return (
    <div className="dues-lines">
      {items.map((item) => (
        <div key={item.id} className="dues-line">
          <TextField label={words.itemName} value={item.name} onChange={(name) => change(item.id, { name })} />
          <MoneyField
            label={words.itemAmount}
            value={item.amount}
            onChange={(amount) => change(item.id, { amount: amount ?? Number.NaN })}
          />
          <Button size="small" onClick={() => onChange(items.filter(({ id }) => id !== item.id))}>
            {text.dues.payment.removeMonth}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange([...items, { id: newId(), name: words.defaultPay, amount: Number.NaN }])}
      >
        {words.addPay}
      </Button>
    </div>
  );
}

/** What does not count towards the base. */
export function ExcludedItemsEditor({
  items,
  onChange,
}: {
  items: readonly ExcludedItem[];
  onChange(items: ExcludedItem[]): void;
}) {
  const change = (id: string, part: Partial<ExcludedItem>) =>
    onChange(items.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const unused = kinds.find(({ value }) => items.every(({ kind }) => kind !== value))?.value ?? 'income-tax';
  return (
    <div className="dues-lines">
      {items.map((item) => (
        <div key={item.id} className="dues-line">
          <SelectField<ExcludedKind>
            label={words.itemName}
            value={item.kind}
            options={kinds}
            onChange={(kind) => kind !== null && change(item.id, { kind })}
          />
          <MoneyField
            label={words.itemAmount}
            value={item.amount}
            onChange={(amount) => change(item.id, { amount: amount ?? Number.NaN })}
          />
          <Button size="small" onClick={() => onChange(items.filter(({ id }) => id !== item.id))}>
            {text.dues.payment.removeMonth}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange([...items, { id: newId(), kind: unused, note: '', amount: Number.NaN }])}
      >
        {words.addExcluded}
      </Button>
    </div>
  );
}
