package chat.passerby.signaling.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the hoster says of the place: who runs it, and in which words. Immutable.
///
/// @param operator  who runs it
/// @param contact   where visitors reach them (Digital Services Act, Article 12)
/// @param authority where authorities do (Article 11); else it is the same
/// @param rules     the file of their own rules
/// @param privacy   the file of their own words on privacy
/// @param language  of those two files, as HTML names it
public record About(
        @Nullable String operator,
        @Nullable Contact contact,
        @Nullable Contact authority,
        @Nullable Path rules,
        @Nullable Path privacy,
        String language) {}
