/** The form's view with the texts of its messages. */
import type { MessageTexts } from '../../../locales/en/messages.js';
import type { FormView } from '../../view/form-view.js';

export type MessageView = FormView & { readonly messageTexts: MessageTexts };
