package chat.passerby.signaling.care;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whether visitors must bring a proof of their age, and what one is. Any thread.
public interface AgeCheck {
    /// The word of the visitor, given on the page, is enough.
    AgeCheck NONE = (token, now) -> null;

    /// Why this visitor may not come in; null if they may.
    ///
    /// @param token what they brought
    /// @param now   in milliseconds since 1970
    @Nullable
    String fault(@Nullable String token, long now);

    /// Tokens signed with this key.
    ///
    /// @param audience how they name this site
    static AgeCheck of(AgeKey key, Supplier<String> audience) {
        AgeTokens tokens = new AgeTokens(key);
        return (token, now) -> tokens.fault(token, audience.get(), now);
    }
}
