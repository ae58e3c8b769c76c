package chat.passerby.signaling.front;

import chat.passerby.signaling.limits.Limit;
import chat.passerby.signaling.protocol.Form;
import chat.passerby.signaling.protocol.Refusal;
import chat.passerby.signaling.store.StorageException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;

/// One of the things that can be asked: in what form, how much, how often. Immutable.
///
/// @param type of content that it takes
/// @param most bytes of it
record Window(String type, int most, Limit row, Clerk clerk) {
    /// An inquiry's bytes; its text has 2,000 characters at most.
    private static final int INQUIRY = 16 * 1_024;

    /// Answers what was asked; may wait for the disk.
    interface Clerk {
        Answer answer(HttpFields headers, byte[] body, Instant now) throws StorageException;
    }

    /// The same, once it is a record.
    interface Reader<T> {
        Answer answer(T asked, Instant now) throws StorageException;
    }

    static <T> Window forJson(Class<T> record, Limit row, Reader<T> reader) {
        Form<T> form = new Form<>(record);
        return new Window("application/json", INQUIRY, row, (headers, body, now) -> switch (form.read(text(body))) {
            case Form.Read.Right<T>(T asked) -> reader.answer(asked, now);
            case Form.Read.Wrong<T>(Refusal code, String detail) -> Answer.refused(Fault.valueOf(code.name()), detail);
        });
    }

    /// What is no UTF-8 is no JSON either (RFC 8259 §8.1).
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return "";
        }
    }
}
