import { type ComponentChildren, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** What may stand in an element. Text is escaped. */
export type Content = ComponentChildren;

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element; the page has no JSX, for Node runs these files as they are. */
export const element = (name: string, attributes: Attributes | null, ...content: Content[]): VNode =>
  h(name, attributes, ...content);

/** HTML that is made elsewhere and trusted, such as a figure. */
export const markup = (name: string, attributes: Attributes, html: string): VNode =>
  h(name, { ...attributes, dangerouslySetInnerHTML: { __html: html } });

/** End tags that HTML lets out: with tens of thousands of cells they are a tenth of the page. */
const OPTIONAL_END_TAGS = /<\/(?:td|th|tr|dt|dd|li)>/g;

/** Quotation marks that HTML lets out too. */
const QUOTED_WORD = / (value|data-value|scope|lang|class|rowspan|colspan)="([-\w.]+)"(?=[ >])/g;

export const htmlText = (node: VNode): string =>
  renderToString(node).replace(OPTIONAL_END_TAGS, '').replace(QUOTED_WORD, ' $1=$2');
