package br.com.redcheck.delivery;

import br.com.redcheck.account.OwnerId;
import br.com.redcheck.platform.overload.HeavyWork;
import br.com.redcheck.platform.overload.Places;
import br.com.redcheck.report.ReportId;
import br.com.redcheck.report.SignedReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;

/**
 * A signed report as pictures of its pages and as plain text, for browsers that open no PDF and for people who do not see. The files
 * are those that we made and signed ourselves.
 */
@Component
class ReportPages {
    /** Sharp on a phone, and small print readable when enlarged. */
    private static final float DOTS_PER_INCH = 144;

    private final SignedReports reports;
    private final Places places;

    ReportPages(SignedReports reports, Places places) {
        this.reports = reports;
        this.places = places;
    }

    /** What each page says, in the order of reading. */
    List<String> texts(OwnerId owner, ReportId report) {
        return with(owner, report, document -> {
            PDFTextStripper stripper = new PDFTextStripper();
            List<String> texts = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document).strip());
            }
            return texts;
        });
    }

    /**
     * A page as PNG.
     *
     * @param page from 1; beyond the last, the last
     */
    byte[] picture(OwnerId owner, ReportId report, int page) {
        return with(owner, report, document -> {
            int index = Math.min(Math.max(page, 1), document.getNumberOfPages()) - 1;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(index, DOTS_PER_INCH, ImageType.RGB), "png", out);
            return out.toByteArray();
        });
    }

    private <T> T with(OwnerId owner, ReportId report, Work<T> work) {
        return places.in(HeavyWork.DOCUMENT, () -> at(owner, report, work));
    }

    private <T> T at(OwnerId owner, ReportId report, Work<T> work) {
        try (InputStream pdf = reports.pdf(owner, report);
                PDDocument document = Loader.loadPDF(pdf.readAllBytes())) {
            return work.on(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PDDocument document) throws IOException;
    }
}
