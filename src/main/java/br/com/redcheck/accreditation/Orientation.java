package br.com.redcheck.accreditation;

import java.awt.geom.AffineTransform;
import java.util.Arrays;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How a camera was held: telephones store the picture as the sensor saw it, and say beside it which way is up. */
enum Orientation {
    NORMAL("Normal", 0),
    ROTATED_90("Rotate90", 3),
    ROTATED_180("Rotate180", 2),
    ROTATED_270("Rotate270", 1);

    /** As Java's neutral image metadata has it, which counts against the clock. */
    private final String name;

    /** Turns of 90 degrees with the clock that bring the picture upright. */
    private final int quarters;

    Orientation(String name, int quarters) {
        this.name = name;
        this.quarters = quarters;
    }

    /** Mirrored pictures, which no camera makes of a paper, are taken as they are. */
    static Orientation of(IIOMetadata metadata) {
        if (!metadata.isStandardMetadataFormatSupported()) {
            return NORMAL;
        }
        Element tree = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        NodeList said = tree.getElementsByTagName("ImageOrientation");
        String value = said.getLength() == 0 ? "" : ((Element) said.item(0)).getAttribute("value");
        return Arrays.stream(values())
                .filter(orientation -> orientation.name.equals(value))
                .findFirst()
                .orElse(NORMAL);
    }

    /** Whether upright it is as wide as it was tall. */
    boolean turned() {
        return quarters % 2 == 1;
    }

    /** Turns a picture of this size upright, its corner at the origin. */
    AffineTransform upright(int width, int height) {
        AffineTransform turn = AffineTransform.getQuadrantRotateInstance(quarters);
        double x = quarters == 1 ? height : quarters == 2 ? width : 0;
        double y = quarters == 2 ? height : quarters == 3 ? width : 0;
        turn.preConcatenate(AffineTransform.getTranslateInstance(x, y));
        return turn;
    }
}
