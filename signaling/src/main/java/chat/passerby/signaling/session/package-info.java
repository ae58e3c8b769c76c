/// Who someone is for as long as it matters: token, browser key, alias, room ticket, seal.
@NullMarked
package chat.passerby.signaling.session;

import org.jspecify.annotations.NullMarked;
