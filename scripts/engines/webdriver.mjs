/** A session of a WebDriver server (the W3C's classic protocol): its commands, as far as tests need them. */

const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

const BUTTONS = { left: 0, middle: 1, right: 2 };

const keyOf = (name) => {
  const key = KEYS[name] ?? name;
  if ([...key].length !== 1) throw new Error(`No key of that name: ${name}`);
  return key;
};

/** Sends a command and gives its value. A server that does not answer in time counts as broken. */
async function send(url, method, body, patience) {
  const response = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

export class WebDriverSession {
  #url;
  #patience;

  constructor(url, patience) {
    this.#url = url;
    this.#patience = patience;
  }

  /**
   * @param {string} server its address
   * @param {object} capabilities what browser is to be started
   * @param {number} patience milliseconds that a command may take
   */
  static async open(server, capabilities, patience) {
    const body = { capabilities: { alwaysMatch: capabilities } };
    const { sessionId } = await send(`${server}/session`, 'POST', body, patience);
    return new WebDriverSession(`${server}/session/${sessionId}`, patience);
  }

  close() {
    return send(this.#url, 'DELETE', undefined, this.#patience);
  }

  goTo(url) {
    return this.#post('url', { url });
  }

  /** The value of an expression in the page. */
  evaluate(expression) {
    return this.#post('execute/sync', { script: `return (${expression})`, args: [] });
  }

  /** Makes the page itself, not its window, as large. */
  async resize({ width, height }) {
    for (let tries = 0; tries < 5; tries += 1) {
      const [innerWidth, innerHeight] = await this.evaluate('[innerWidth, innerHeight]');
      if (innerWidth === width && innerHeight === height) return;
      const rect = await send(`${this.#url}/window/rect`, 'GET', undefined, this.#patience);
      await this.#post('window/rect', {
        width: rect.width + width - innerWidth,
        height: rect.height + height - innerHeight,
      });
    }
    const reached = await this.evaluate('[innerWidth, innerHeight].join(" x ")');
    throw new Error(`The page is ${reached}, and not ${width} x ${height}.`);
  }

  async press(key) {
    await this.keys([
      { type: 'keyDown', value: keyOf(key) },
      { type: 'keyUp', value: keyOf(key) },
    ]);
  }

  async keyDown(key) {
    await this.keys([{ type: 'keyDown', value: keyOf(key) }]);
  }

  async keyUp(key) {
    await this.keys([{ type: 'keyUp', value: keyOf(key) }]);
  }

  async type(text) {
    await this.keys(
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }

  keys(actions) {
    return this.#post('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  pointer(actions) {
    return this.#post('actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }

  move(x, y) {
    return this.pointer([{ type: 'pointerMove', duration: 0, x, y }]);
  }

  mouseDown({ button = 'left' } = {}) {
    return this.pointer([{ type: 'pointerDown', button: BUTTONS[button] }]);
  }

  mouseUp({ button = 'left' } = {}) {
    return this.pointer([{ type: 'pointerUp', button: BUTTONS[button] }]);
  }

  async click(x, y, options) {
    await this.move(x, y);
    await this.mouseDown(options);
    await this.mouseUp(options);
  }

  /** Lets go of all keys and buttons. */
  release() {
    return send(`${this.#url}/actions`, 'DELETE', undefined, this.#patience);
  }

  #post(command, body) {
    return send(`${this.#url}/${command}`, 'POST', body, this.#patience);
  }
}
