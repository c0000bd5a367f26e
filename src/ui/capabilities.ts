/** What a user may do with the widgets. */

/** Each is true unless it is given as false. A courtesy to the user: the backend decides. */
export interface Capabilities {
  register?: boolean;
  edit?: boolean;
  remove?: boolean;
  enable?: boolean;
  launch?: boolean;
  activity?: boolean;
}
