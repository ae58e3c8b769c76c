/// Certificates and keys as files: read, checked, and made into what TLS takes.
@NullMarked
package chat.passerby.tls;

import org.jspecify.annotations.NullMarked;
