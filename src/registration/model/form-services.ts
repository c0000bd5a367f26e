/** What the controllers and the parts of the form share: what is entered, and the backend. */
import type { BackendConsumer } from '../../backend/backend-consumer.js';
import type { FormStore } from './form-store.js';

export interface FormServices {
  readonly store: FormStore;
  readonly backend: Pick<BackendConsumer, 'value' | 'call' | 'report' | 'forgetSessionEnd'>;
}
