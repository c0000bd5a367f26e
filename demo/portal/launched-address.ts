/** Where the launched systems of the demo stand: the same server under its other name, which is another origin. */

const OTHER_NAME: Readonly<Record<string, string>> = {
  '127.0.0.1': 'localhost',
  localhost: '127.0.0.1',
};

/** A page of `demo/launched`. Where the server has no other name, it stands on the page's own origin. */
export const launchedAddress = (page: string, base: string): URL => {
  const address = new URL(`./launched/${page}.html`, base);
  address.hostname = OTHER_NAME[address.hostname] ?? address.hostname;
  return address;
};
