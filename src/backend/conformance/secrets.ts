/** Secrets are write-only. */
import type { Authentication } from '../../integration/schema.js';
import { check, checkHidden, checkHolds, checkPointers, checkFails } from './assert.js';
import { requirement } from './requirement.js';
import { randomWord } from './trial.js';

interface SecretCase {
  /** The authentication without its secret. */
  readonly open: Authentication;
  readonly field: 'password' | 'clientSecret' | 'key';
  readonly flag: 'hasPassword' | 'hasClientSecret' | 'hasKey';
}

const CASES: readonly SecretCase[] = [
  { open: { type: 'basic', username: 'ocean' }, field: 'password', flag: 'hasPassword' },
  {
    open: {
      type: 'oauth2',
      tokenUrl: 'https://login.example.com/token',
      clientId: 'ocean-client',
      scope: 'events.write',
    },
    field: 'clientSecret',
    flag: 'hasClientSecret',
  },
  { open: { type: 'webhook-key' }, field: 'key', flag: 'hasKey' },
];

const newSecret = (): string => `secret-${randomWord()}${randomWord()}`;

const withSecret = ({ open, field }: SecretCase, secret: string): Authentication => ({
  ...open,
  [field]: secret,
});

export const secrets = [
  requirement(
    'secrets-hidden',
    'No answer holds a secret; a flag says that one is stored',
    async (trial) => {
      for (const one of CASES) {
        const secret = newSecret();
        const draft = trial.draft({ authentication: withSecret(one, secret) });
        const registered = await trial.register(draft);
        const { id, version } = registered;
        const answers = {
          registerIntegration: registered,
          getIntegration: await trial.backend.getIntegration(id),
          listIntegrations: await trial.backend.listIntegrations({ query: trial.mark }),
          updateIntegration: await trial.backend.updateIntegration(id, draft, { version }),
        };
        for (const [method, answer] of Object.entries(answers))
          checkHidden(answer, secret, `${method} (${one.open.type})`);
        checkHolds(
          answers.getIntegration.authentication,
          { ...one.open, [one.flag]: true },
          `The authentication that getIntegration answers (${one.open.type})`,
        );
      }
    },
  ),

  requirement(
    'secret-kept',
    'An update without the secret keeps what is stored, as often as it is made',
    async (trial) => {
      for (const one of CASES) {
        let { id, version } = await trial.register(
          trial.draft({ authentication: withSecret(one, newSecret()) }),
        );
        for (const round of ['first', 'second']) {
          const update = trial.draft({ name: `${round} ${trial.mark}`, authentication: one.open });
          const updated = await trial.backend.updateIntegration(id, update, { version });
          checkHolds(
            updated.authentication,
            { [one.flag]: true },
            `The authentication after the ${round} update without the secret (${one.open.type})`,
          );
          ({ id, version } = updated);
        }
      }
    },
  ),

  requirement(
    'secret-required',
    'Registering without the secret is refused, whatever the draft says is stored',
    async (trial) => {
      for (const one of CASES) {
        const draft = trial.draft({
          authentication: { ...one.open, [one.flag]: true },
        });
        const what = `Registering ${one.open.type} without its secret`;
        const error = await trial.refused('invalid', what, draft);
        checkPointers(error, [`/authentication/${one.field}`], what);
      }
    },
  ),

  requirement(
    'secret-required-by-new-type',
    'Changing the type of authentication without the new secret is refused',
    async (trial) => {
      const [basic, oauth2] = CASES as [SecretCase, SecretCase];
      const { id, version } = await trial.register(
        trial.draft({ authentication: withSecret(basic, newSecret()) }),
      );
      const error = await checkFails('invalid', 'Another type without its secret', () =>
        trial.backend.updateIntegration(id, trial.draft({ authentication: oauth2.open }), {
          version,
        }),
      );
      checkPointers(error, ['/authentication/clientSecret'], 'Another type without its secret');
    },
  ),

  requirement(
    'secret-required-by-new-origin',
    'An update that moves an address to another origin is refused without the secret; on the same origin it is kept',
    async (trial) => {
      for (const one of CASES) {
        const what = `Another origin without the secret (${one.open.type})`;
        const secret = newSecret();
        const { id, version, requestUrl } = await trial.register(
          trial.draft({ authentication: withSecret(one, secret) }),
        );
        const { backend } = trial;
        const moved = (target: (url: string) => string, authentication: Authentication) =>
          authentication.type === 'oauth2'
            ? trial.draft({
                authentication: { ...authentication, tokenUrl: target(authentication.tokenUrl) },
              })
            : trial.draft({ requestUrl: target(requestUrl), authentication });
        const toOtherOrigin = (url: string): string =>
          `https://moved-${trial.mark}.example.com${new URL(url).pathname}`;
        const toOtherPath = (url: string): string => new URL('?moved', url).href;

        const error = await checkFails('invalid', what, () =>
          backend.updateIntegration(id, moved(toOtherOrigin, one.open), { version }),
        );
        checkPointers(error, [`/authentication/${one.field}`], what);
        const kept = await backend.updateIntegration(id, moved(toOtherPath, one.open), { version });
        checkHolds(
          kept.authentication,
          { [one.flag]: true },
          `The authentication after another address of the same origin (${one.open.type})`,
        );
        const given = moved(toOtherOrigin, withSecret(one, newSecret()));
        const { authentication } = await backend.updateIntegration(id, given, {
          version: kept.version,
        });
        checkHolds(
          authentication,
          { [one.flag]: true },
          `The authentication after another origin with the secret (${one.open.type})`,
        );
      }
    },
  ),

  requirement(
    'secret-dropped-with-type',
    'A secret is gone once the authentication is none',
    async (trial) => {
      const [basic] = CASES as [SecretCase];
      const { id, version } = await trial.register(
        trial.draft({ authentication: withSecret(basic, newSecret()) }),
      );
      const none = await trial.backend.updateIntegration(id, trial.draft(), { version });
      await checkFails('invalid', 'HTTP Basic without a password, after none', () =>
        trial.backend.updateIntegration(id, trial.draft({ authentication: basic.open }), {
          version: none.version,
        }),
      );
    },
  ),

  requirement('secret-not-in-errors', 'An error holds no secret', async (trial) => {
    const [basic] = CASES as [SecretCase];
    const secret = newSecret();
    const draft = trial.draft({ events: [], authentication: withSecret(basic, secret) });
    const error = await trial.refused('invalid', 'Registering without events', draft);
    const { message, detail, fieldErrors } = error;
    checkHidden({ message, detail, fieldErrors }, secret, 'The error of a refused draft');
    check(fieldErrors.length > 0, 'The error of a refused draft should name its fields.');
  }),
];
