package chat.passerby.signaling.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.signaling.moderation.Cases;
import chat.passerby.signaling.moderation.Code;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The picture to a report, over HTTP: one, at once, and nothing but a picture.
class FrameTest extends WithServer {
    private Client ann;
    private Client bob;
    private Post post;
    private String room = "";

    @BeforeEach
    void two_meet() throws Exception {
        post = new Post(port());
        ann = Client.open(port()).hello();
        bob = Client.open(port()).hello();
        ann.find("video").await("waiting");
        bob.find("video").await("matched");
        room = ann.await("matched").path("room").stringValue();
    }

    @AfterEach
    void go_home() {
        ann.close();
        bob.close();
        post.close();
    }

    private JsonNode report(String reason, boolean frame) {
        return ann.say("{'type':'report','room':'%s','reason':'%s','lines':[],'frame':%s}", room, reason, frame)
                .await("reported");
    }

    private String upload() {
        return report("sexual", true).path("upload").stringValue();
    }

    private static byte[] jpeg() throws Exception {
        return jpeg(64);
    }

    private static byte[] jpeg(int side) throws Exception {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var noise = new Random(1);
        for (int x = 0; x < side; x++) for (int y = 0; y < side; y++) image.setRGB(x, y, noise.nextInt());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg) {
        byte[] words = "Exif N 48.8584".getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (words.length + 2)});
        bytes.writeBytes(words);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    @Test
    void a_picture_that_was_announced_reaches_the_moderator_without_what_the_camera_wrote() throws Exception {
        assertThat(post.frame(upload(), withExif(jpeg())).status()).isEqualTo(204);
        byte[] seen = bench().frame();
        assertThat(new String(seen, StandardCharsets.ISO_8859_1)).doesNotContain("48.8584");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(seen)).getWidth())
                .isEqualTo(64);
    }

    @Test
    void the_code_is_good_once_and_no_other_is() throws Exception {
        String upload = upload();
        assertThat(post.frame("0000-0000-0000-0000", jpeg()).status()).isEqualTo(404);
        assertThat(post.frame("", jpeg()).status()).isEqualTo(404);
        assertThat(post.frame(upload, jpeg()).status()).isEqualTo(204);
        Post.Answer second = post.frame(upload, jpeg());
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.code()).isEqualTo("unknown-code");
    }

    @Test
    void a_receipt_is_no_upload_code() throws Exception {
        String receipt = report("sexual", true).path("receipt").stringValue();
        assertThat(post.frame(receipt, jpeg()).status()).isEqualTo(404);
    }

    @Test
    void what_is_no_whole_jpeg_is_refused_and_spends_no_code() throws Exception {
        String upload = upload();
        byte[] whole = jpeg();
        for (byte[] bad : new byte[][] {
            Arrays.copyOf(whole, whole.length - 1),
            Arrays.copyOf(whole, whole.length + 1),
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            new byte[0]
        }) {
            Post.Answer answer = post.frame(upload, bad);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("not-jpeg");
        }
        assertThat(post.frame(upload, whole).status()).isEqualTo(204);
    }

    @Test
    void a_picture_over_200_kB_is_refused_unread() throws Exception {
        byte[] large = jpeg(700);
        assertThat(large).hasSizeGreaterThan(200_000);
        Post.Answer answer = post.frame(upload(), large);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @Test
    void after_two_minutes_it_is_too_late() throws Exception {
        Code upload = Code.parse(upload()).orElseThrow();
        Cases cases = cases();
        Instant now = Instant.ofEpochMilli(Clock.wall());
        assertThat(cases.frame(upload, jpeg(), now.plus(Duration.ofSeconds(121))))
                .isFalse();
        assertThat(cases.frame(upload, jpeg(), now.plus(Duration.ofSeconds(110))))
                .isTrue();
    }

    @Test
    void none_is_taken_where_none_was_announced_nor_of_somebody_who_may_be_a_child() {
        assertThat(report("sexual", false).has("upload")).isFalse();
        ann.find("video").await("waiting");
        try (Client carla = Client.open(port()).hello()) {
            carla.find("video").await("matched");
            room = ann.await("matched").path("room").stringValue();
            assertThat(report("minor", true).has("upload")).isFalse();
        }
    }
}
