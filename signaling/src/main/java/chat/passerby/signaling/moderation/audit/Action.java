package chat.passerby.signaling.moderation.audit;

import java.util.Locale;

/// What can be done. The detail beside it is a code too; which, stands here.
public enum Action {
    /// A report came in. Detail: its reason.
    REPORTED(true),
    /// A case was opened and read.
    OPENED,
    /// A frame was looked at.
    LOOKED,
    /// Something was decided. Detail: what.
    DECIDED(true),
    /// A cool-down was imposed automatically.
    COOLED,
    /// A decision was taken back by a moderator. Detail: whether it was an automatic one.
    UNDONE(true),
    /// A case was put under legal hold.
    HELD,
    RELEASED,
    /// A case was written out, for an authority.
    EXPORTED,
    /// Somebody appealed.
    APPEALED,
    /// An appeal was decided. Detail: upheld or reversed.
    ANSWERED(true),
    /// A case was closed because nobody decided in time.
    LAPSED,
    /// A notice about an intimate picture came in. The case is the notice's number, here and in the next two.
    NOTICED,
    /// A notice was read.
    NOTICE_OPENED,
    /// A notice was decided. Detail: acted or refused.
    NOTICE_DECIDED(true),
    /// A moderator was made. Detail, as of the next: the number.
    ADDED,
    /// A moderator was invited again.
    INVITED,
    /// A moderator made a passkey.
    JOINED,
    /// A moderator signed in.
    SIGNED_IN,
    REMOVED,
    /// The chain was cut: what was before is over its time. Detail: whether it was broken.
    CUT(true);

    private final boolean counted;

    Action() {
        this(false);
    }

    /// @param counted whether each detail is counted for itself
    Action(boolean counted) {
        this.counted = counted;
    }

    boolean countsDetail() {
        return counted;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
