import { type ComponentChildren, type ComponentType, h, type VNode } from 'preact';

/** What may stand in an element. Text is escaped. */
export type Content = ComponentChildren;

type Attributes = Readonly<Record<string, unknown>>;

/** An element of the page. */
export const element = (name: string, attributes: Attributes | null, ...content: Content[]): VNode =>
  h(name, attributes, ...content);

/** A part of the page with its own state. */
export const part = <Props extends object>(
  component: ComponentType<Props>,
  properties: Props & { readonly key?: string },
): Content => h(component, properties);
