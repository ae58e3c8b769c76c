/// What a visitor asks over HTTP, by code and without a session: an outcome, a statement, an appeal; and the picture to
/// a report.
@NullMarked
package chat.passerby.signaling.front;

import org.jspecify.annotations.NullMarked;
