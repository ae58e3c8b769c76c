package chat.passerby.e2e.stage;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// Files that Chromium plays, over and over, as camera and microphone.
final class FakeDevices {
    private static final int STRIPE = 16;
    private static final int RATE = 48_000;
    private static final double LOUDNESS = 0.3;

    private FakeDevices() {}

    /// Motion JPEG: pictures one after another, here all alike: the colour, and stripes on the right that no blurring
    /// leaves.
    static Path camera(Color color, Path folder) throws IOException {
        var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(color);
        brush.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int x = picture.getWidth() / 2; x < picture.getWidth(); x += STRIPE) {
            brush.setColor(x / STRIPE % 2 == 0 ? Color.WHITE : Color.BLACK);
            brush.fillRect(x, 0, STRIPE, picture.getHeight());
        }
        brush.dispose();
        Path file = folder.resolve("camera.mjpeg");
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < 2; i++) ImageIO.write(picture, "jpg", out);
        }
        return file;
    }

    /// A whole number of waves, so that the end meets the beginning without a click.
    static Path microphone(int hertz, Path folder) throws IOException {
        var samples = ByteBuffer.allocate(2 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < RATE; i++) {
            samples.putShort((short) (LOUDNESS * Short.MAX_VALUE * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        var format = new AudioFormat(RATE, 16, 1, true, false);
        Path file = folder.resolve("microphone.wav");
        try (var sound = new AudioInputStream(new ByteArrayInputStream(samples.array()), format, RATE)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }
}
