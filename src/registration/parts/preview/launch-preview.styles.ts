/** Looks of the preview: a small page beside the settings, that stays in sight while they are filled in. */
import { css } from 'lit';

export default css`
  .preview {
    display: grid;
    gap: 0.625rem;
    min-inline-size: 0;
    font-size: 0.875em;
  }

  .with-preview {
    display: grid;
    gap: calc(var(--_gap) * 1.5);
    align-items: start;
  }

  .preview-heading {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.75rem;
    align-items: center;
    justify-content: space-between;
    min-block-size: max(24px, 2rem);
  }

  h4 {
    margin: 0;
    font-size: 1.0625em;
    font-weight: 600;
  }

  .preview-heading button {
    min-block-size: max(24px, 1.75rem);
    padding-block: 0;
  }

  .preview-heading [aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }

  .preview-page {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
  }

  .preview-form {
    display: grid;
    min-block-size: 4.5rem;
    place-items: center;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    color: var(--_muted);
    text-align: center;
  }

  @container (min-width: 60em) {
    .with-preview {
      grid-template-columns: minmax(0, 1fr) 19em;
    }

    .preview {
      position: sticky;
      inset-block-start: 1rem;
    }
  }

  /* Room beside the form: the fields keep their width. */
  @container (min-width: 88em) {
    .with-preview {
      grid-template-columns: minmax(0, 1fr) 20em;
      margin-inline-end: calc(-20rem - var(--_gap) * 1.5);
    }
  }
`;
