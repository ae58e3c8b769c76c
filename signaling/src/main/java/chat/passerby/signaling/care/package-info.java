/// For people who need more than a stranger, and against those who are too young to meet one: helplines, and proof of
/// age.
@NullMarked
package chat.passerby.signaling.care;

import org.jspecify.annotations.NullMarked;
