package br.com.redcheck.dicom;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * JPEG (ITU-T T.81) as DICOM uses it: the sequential and progressive processes of 8 bit through the JDK, the lossless process
 * through TwelveMonkeys.
 *
 * <p>Each reader is picked by name. Asking ImageIO for "a JPEG reader" would make the samples depend on what else lies on the
 * class path.
 */
enum JpegCodec implements FrameCodec {
    /** Transfer syntaxes .50, .51, .53 and .55, as long as samples have 8 bits. */
    DCT(0, 2) {
        @Override
        Raster read(ImageReader reader) throws IOException {
            return reader.readRaster(
                    0, null); // without the colour conversion, which depends on markers DICOM does not ask for
        }

        @Override
        ImageInputStream input(byte[] stream) {
            return new MemoryCacheImageInputStream(
                    new ByteArrayInputStream(stream)); // the missing end comes as a warning
        }

        @Override
        ImageReaderSpi provider() {
            return Providers.JDK;
        }
    },

    /** Transfer syntaxes .57 and .70. */
    LOSSLESS(3, 3) {
        @Override
        Raster read(ImageReader reader) throws IOException {
            return reader.read(0).getRaster(); // its readRaster() gives other samples for RGB
        }

        @Override
        ImageInputStream input(byte[] stream) {
            return new StrictInput(stream);
        }

        @Override
        ImageReaderSpi provider() {
            return Providers.TWELVE_MONKEYS;
        }
    };

    /** A progressive picture is drawn over and over, once a scan; no writer needs nearly so many. */
    private static final int MOST_SCANS = 100;

    private final int firstProcess;
    private final int lastProcess;

    JpegCodec(int firstProcess, int lastProcess) {
        this.firstProcess = firstProcess;
        this.lastProcess = lastProcess;
    }

    abstract Raster read(ImageReader reader) throws IOException;

    abstract ImageInputStream input(byte[] stream);

    abstract ImageReaderSpi provider();

    @Override
    public int precision(byte[] stream, PixelLayout layout) throws IOException {
        return StreamHeader.ofJpeg(stream).precision();
    }

    @Override
    public int[] decode(byte[] stream, PixelLayout layout) throws IOException {
        StreamHeader header = StreamHeader.ofJpeg(stream);
        if (header.process() < firstProcess || header.process() > lastProcess) {
            throw new UnreadablePixels(UnreadablePixels.Reason.UNSUPPORTED_LAYOUT, "JPEG SOF" + header.process());
        }
        header.mustAgreeWith(layout);
        if (this == DCT && header.precision() > 8) {
            throw new UnreadablePixels(UnreadablePixels.Reason.UNSUPPORTED, "JPEG " + header.precision() + " bit");
        }
        if (JpegSegments.of(stream).scans() > MOST_SCANS) {
            throw new IOException("too many JPEG scans");
        }
        Raster raster = read(stream);
        int[] samples = raster.getPixels(0, 0, layout.columns(), layout.rows(), (int[]) null);
        if (layout.signed()) {
            Arrays.setAll(samples, i -> PixelLayout.signExtended(samples[i], header.precision()));
        }
        return samples;
    }

    @Override
    public byte[] withoutComments(byte[] stream, PixelLayout layout) throws IOException {
        return JpegSegments.of(stream).withoutComments();
    }

    private Raster read(byte[] stream) throws IOException {
        ImageReader reader = provider().createReaderInstance();
        Warnings warnings = new Warnings();
        try (ImageInputStream in = input(stream)) {
            reader.addIIOReadWarningListener(warnings);
            reader.setInput(in, true, true);
            Raster raster = read(reader);
            if (warnings.truncated) {
                throw new IOException("JPEG scan ends early");
            }
            return raster;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | IllegalArgumentException e) {
            throw new IOException("JPEG stream", e); // what the readers throw on broken tables besides IIOException
        } finally {
            reader.dispose();
        }
    }

    /** Hears of the missing end of a scan, which libjpeg otherwise paints gray as if it had been measured. */
    private static final class Warnings implements IIOReadWarningListener {
        private boolean truncated;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            truncated |= warning.contains("premature end");
        }
    }

    /** The two plug-ins, found once. */
    private static final class Providers {
        static final ImageReaderSpi JDK = jdk();
        static final ImageReaderSpi TWELVE_MONKEYS = twelveMonkeys();

        private static ImageReaderSpi jdk() {
            Iterator<ImageReaderSpi> found = IIORegistry.getDefaultInstance()
                    .getServiceProviders(
                            ImageReaderSpi.class,
                            spi -> spi.getClass().getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi"),
                            false);
            return found.next();
        }

        /** The plug-in leans on the JDK's and finds it through a registry: one of our own leaves the global order alone. */
        private static ImageReaderSpi twelveMonkeys() {
            ServiceRegistry registry =
                    new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
            JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
            registry.registerServiceProvider(JDK, ImageReaderSpi.class);
            registry.registerServiceProvider(provider, ImageReaderSpi.class);
            return provider;
        }
    }
}
