package chat.passerby.signaling.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures as the JDK writes them, and what is made of them.
class JpegTest {
    private static byte[] picture(int width, int height, boolean progressive) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) image.setRGB(x, x % height, 0x3366cc * x);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    private static byte[] picture() throws IOException {
        return picture(64, 48, false);
    }

    /// With something beside the picture, right after its beginning.
    private static byte[] with(byte[] jpeg, int marker, String words) {
        byte[] text = words.getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (text.length + 2)});
        bytes.writeBytes(text);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static void refused(byte[] bytes) {
        assertThat(Jpeg.clean(bytes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_picture_stays_the_picture_that_it_was(boolean progressive) throws IOException {
        byte[] clean = Jpeg.clean(picture(64, 48, progressive)).orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(clean));
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xe1, 0xe0, 0xed, 0xef, 0xfe})
    void what_a_camera_wrote_beside_it_is_gone(int marker) throws IOException {
        Optional<byte[]> clean = Jpeg.clean(with(picture(), marker, "Exif N 48.8584 E 2.2945"));
        assertThat(clean).isPresent();
        assertThat(new String(clean.get(), StandardCharsets.ISO_8859_1)).doesNotContain("48.8584");
        assertThat(clean.get()).isEqualTo(Jpeg.clean(picture()).orElseThrow());
    }

    @Test
    void a_picture_that_was_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = picture();
        for (int length = 0; length < whole.length; length++) refused(Arrays.copyOf(whole, length));
    }

    @Test
    void nothing_may_follow_it() throws IOException {
        byte[] whole = picture();
        refused(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void other_things_are_no_picture() {
        refused("GIF89a".getBytes(StandardCharsets.US_ASCII));
        refused("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.US_ASCII));
        refused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9});
        refused(new byte[200_000]);
    }

    @Test
    void a_small_file_that_unfolds_to_a_huge_picture_is_refused() throws IOException {
        assertThat(Jpeg.clean(picture(Jpeg.SIDE, 1, false))).isPresent();
        refused(picture(Jpeg.SIDE + 1, 1, false));
        refused(picture(1, Jpeg.SIDE + 1, false));
    }

    @Test
    void a_segment_longer_than_the_file_is_refused() throws IOException {
        byte[] bytes = with(picture(), 0xe1, "Exif");
        bytes[4] = (byte) 0xff;
        bytes[5] = (byte) 0xff;
        refused(bytes);
    }

    @Test
    void a_lossless_or_arithmetic_frame_is_refused() throws IOException {
        byte[] bytes = picture();
        int frame = 2;
        while ((bytes[frame + 1] & 0xff) != 0xc0)
            frame += 2 + ((bytes[frame + 2] & 0xff) << 8 | (bytes[frame + 3] & 0xff));
        for (int kind : new int[] {0xc3, 0xc5, 0xc9, 0xcf}) {
            bytes[frame + 1] = (byte) kind;
            refused(bytes);
        }
    }
}
