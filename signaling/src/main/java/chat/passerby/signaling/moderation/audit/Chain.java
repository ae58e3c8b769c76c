package chat.passerby.signaling.moderation.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// How the rows of the audit hang together: pure arithmetic. Immutable.
final class Chain {
    /// Before the first row; and after an end that nobody of ours signed, so that the break stays to be seen.
    static final Link NOTHING = new Link(0, new byte[32]);

    private Chain() {}

    /// A place in the chain: a row's number and hash.
    @SuppressWarnings("ArrayRecordComponent") // compared by `is`, printed never
    record Link(long seq, byte[] hash) {
        boolean is(Link other) {
            return seq == other.seq && MessageDigest.isEqual(hash, other.hash);
        }

        /// What is signed of an end of the chain.
        byte[] signed(String which) {
            return bytes(out -> {
                out.writeUTF(which);
                out.writeLong(seq);
                out.write(hash);
            });
        }
    }

    /// The hash of a row that follows one with this hash. Every part says its length or has a fixed one, so that no two
    /// rows give the same bytes.
    static byte[] hash(byte[] before, long seq, Entry entry) {
        byte[] row = bytes(out -> {
            out.write(before);
            out.writeLong(seq);
            out.writeLong(entry.at().toEpochMilli());
            out.writeUTF(entry.actor().name());
            out.writeUTF(entry.action().name());
            out.writeUTF(entry.detail());
            write(out, entry.docket());
            write(out, entry.decision());
        });
        try {
            return MessageDigest.getInstance("SHA-256").digest(row);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, @Nullable Long id) throws IOException {
        out.writeBoolean(id != null);
        out.writeLong(id == null ? 0 : id);
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
