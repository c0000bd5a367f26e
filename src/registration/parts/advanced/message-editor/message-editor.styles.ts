/** Looks of the message's editor: tools and text as one box, what it will look like below. */
import { css } from 'lit';

export default css`
  .editor,
  .editor > .field,
  .message-preview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.375rem;
    min-inline-size: 0;
  }

  .editor-box {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .editor-box:focus-within:has(textarea:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .editor-box:has(textarea[aria-invalid='true']) {
    border-color: var(--_danger);
  }

  .editor-box > textarea {
    display: block;
    min-block-size: 7rem;
    max-block-size: 24rem;
    padding: 0.5rem 0.625rem;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    box-shadow: none;
    field-sizing: content;
    line-height: 1.45;
    outline: none;
    resize: vertical;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem;
    padding: 0.25rem;
    border-block-end: 1px solid var(--_line);
  }

  .tools .tool {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
    justify-content: center;
    min-inline-size: max(24px, 2.25rem);
    min-block-size: max(24px, 2.125rem);
    padding: 0.25rem 0.5rem;
    border-color: transparent;
    background: none;
  }

  .tools .tool:hover,
  .tools .tool[aria-expanded='true'] {
    background: var(--_raised);
  }

  .tools b,
  .tools i {
    font-family: Georgia, 'Times New Roman', serif;
    font-size: 1.0625em;
    line-height: 1;
  }

  .tools svg {
    inline-size: 1.125em;
    block-size: 1.125em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .tool-menu {
    position: relative;
  }

  .tool-items {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 0.25rem);
    inset-inline-end: 0;
    display: grid;
    inline-size: max-content;
    max-inline-size: 16em;
    padding: 0.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 18%);
  }

  .tool-items > button {
    padding: 0.375rem 0.625rem;
    border: 0;
    background: none;
    text-align: start;
  }

  .tool-items > button:is(:hover, :focus) {
    background: var(--_raised);
  }

  .tool-items code {
    display: block;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .link-form {
    display: grid;
    gap: 0.75rem;
    padding: 0.75rem;
    border-block-end: 1px solid var(--_line);
    background: var(--_raised);
  }

  .editor .count:not(.problem) {
    justify-self: end;
  }

  .message-preview {
    max-block-size: 22rem;
    padding: 0.75rem 0.875rem;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .message-text {
    overflow-wrap: anywhere;
  }

  .message-text :is(p, ul, ol, h2, h3, h4, blockquote, pre, hr) {
    margin: 0;
  }

  .message-text * + :is(p, ul, ol, h2, h3, h4, blockquote, pre, hr) {
    margin-block-start: 0.625em;
  }

  .message-text :is(ul, ol) {
    padding-inline-start: 1.5em;
  }

  .message-text li > :is(ul, ol) {
    margin-block-start: 0;
  }

  .message-text :is(h2, h3, h4) {
    font-size: 1.0625em;
    font-weight: 650;
  }

  .message-text blockquote {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_border);
  }

  .message-text pre {
    white-space: pre-wrap;
  }

  @container (min-width: 34em) {
    .link-form {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .link-form > .buttons {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .tool-items > button:focus {
      outline: 2px solid Highlight;
    }
  }
`;
