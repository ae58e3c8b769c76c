// All that only video needs, loaded as one soon after the page is there (`effects.ts`).

import { Calls } from "./calls";
import type { Event } from "./event";
import { OwnMedia } from "./media";
import { Meter } from "./meter";
import type { Pictures } from "./pictures";

export class Video {
  readonly meter = new Meter();
  readonly media: OwnMedia;
  readonly calls: Calls;

  constructor(dispatch: (event: Event) => void, pictures: Pictures) {
    this.calls = new Calls(
      () => this.media.tracks,
      dispatch,
      (shown) => pictures.showRemote(shown),
    );
    this.media = new OwnMedia(dispatch, (kind, own, sent) => {
      this.calls.replace(kind, sent);
      if (kind === "video") pictures.showOwn(sent);
      else this.meter.listen(own);
    });
  }
}
