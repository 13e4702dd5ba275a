// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
  @Test
  void anotherReaderSeesTheSameImage() throws IOException {
    List<Double> values = List.of(-1.0, 0.0, 1.0, Double.NaN, 0.5, -0.5);
    int[] expected = {0, 128, 255, 0, 191, 64};
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.grey(3, 2, values)));
    assertEquals(3, image.getWidth());
    assertEquals(2, image.getHeight());
    for (int i = 0; i < 6; i++) {
      assertEquals(expected[i], image.getRaster().getSample(i % 3, i / 3, 0), "pixel " + i);
    }
  }

  @Test
  void aFlatImageIsBlack() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.grey(1, 2, List.of(3.0, 3.0))));
    assertEquals(0, image.getRaster().getSample(0, 1, 0));
  }
}
