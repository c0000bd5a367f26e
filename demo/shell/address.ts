/** A page's state, kept in its address, so that each state can be linked to. */

export type AddressState<S> = { readonly [K in keyof S]: string };

/** What each part of a state may be; a part that is left out may be anything. */
export type Choices<S> = { readonly [K in keyof S]?: readonly string[] };

/** What is unknown, or not among the choices, is as usual. */
export const readAddress = <S extends AddressState<S>>(
  search: string,
  usual: S,
  choices: Choices<S>,
): S => {
  const given = new URLSearchParams(search);
  const parts = Object.entries<string>(usual).map(([key, value]) => {
    const asked = given.get(key);
    const allowed = choices[key as keyof S];
    return [key, asked !== null && (allowed?.includes(asked) ?? true) ? asked : value];
  });
  return Object.fromEntries(parts) as S;
};

/** The address of a state on its page: what is as usual is left out. */
export const addressIn = <S extends AddressState<S>>(state: S, usual: S, page: string): string => {
  const changed = Object.entries<string>(state).filter(
    ([key, value]) => usual[key as keyof S] !== value,
  );
  return changed.length === 0 ? page : `${page}?${new URLSearchParams(changed)}`;
};
