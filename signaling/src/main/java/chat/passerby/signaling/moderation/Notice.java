package chat.passerby.signaling.moderation;

import org.jspecify.annotations.Nullable;

/// What somebody says who is shown in an intimate picture, or speaks for them. Immutable.
///
/// What a removal request needs in the United States (Take It Down Act, section 3): a signature, what shows where, the
/// statement of good faith, a way to be reached. Who withholds name and address is heard all the same.
///
/// @param who       says it
/// @param shows     what can be seen
/// @param seen      where and when: a receipt of a report, a day, an alias
/// @param signature the name of who says it
/// @param contact   how to reach them
public record Notice(
        Who who,
        String shows,
        String seen,
        @Nullable String signature,
        @Nullable String contact) {
    /// Of the two descriptions, in UTF-16 units.
    public static final int DESCRIPTION = 2_000;

    /// Of the signature and the contact.
    public static final int LINE = 200;

    /// Who says it.
    public enum Who {
        /// The person in the picture.
        SHOWN,
        /// Somebody whom that person asked.
        ASKED
    }

    public Notice {
        bounded("shows", shows, DESCRIPTION);
        bounded("seen", seen, DESCRIPTION);
        if (signature != null) bounded("signature", signature, LINE);
        if (contact != null) bounded("contact", contact, LINE);
    }

    private static void bounded(String what, String text, int most) {
        if (text.isBlank() || text.length() > most)
            throw new IllegalArgumentException(what + " must have 1 to " + most + " letters");
    }

    /// Not the words: they belong in no log.
    @Override
    public String toString() {
        return "Notice";
    }
}
