package br.com.redcheck.report;

import br.com.redcheck.platform.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a doctor writes about an exam.
 *
 * @param language the patient's, {@code pt-BR} or {@code en}
 * @param reading the network's result that is to stand beside the text, null if the doctor wants none
 * @param pictures at most {@value #MOST_PICTURES}, in the order in which they stand
 */
record ReportText(
        String language,
        String technique,
        String comparison,
        String findings,
        String impression,
        @Nullable UUID reading,
        List<Snapshot> pictures) {
    static final int MOST_PICTURES = 8;

    /** Several pages of print. */
    static final int LONGEST_SECTION = 20_000;

    static final int LONGEST_CAPTION = 200;

    /**
     * A frame of the exam as it is to be printed.
     *
     * @param frame from 0
     * @param reading whose heat map lies over it, null for the bare image
     * @param ordinal which of that reading's images it is, from 0
     */
    record Snapshot(UUID image, int frame, @Nullable UUID reading, int ordinal, String caption) {
        Snapshot {
            caption = Objects.requireNonNullElse(caption, "").strip();
            if (caption.length() > LONGEST_CAPTION) {
                throw TooLong.caption();
            }
        }
    }

    /** @throws TooLong if there is more than a report holds */
    ReportText {
        language = "en".equals(language) ? "en" : Messages.PORTUGUESE.toLanguageTag();
        technique = section(technique);
        comparison = section(comparison);
        findings = section(findings);
        impression = section(impression);
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
        if (pictures.size() > MOST_PICTURES) {
            throw TooLong.pictures();
        }
    }

    static ReportText empty(Locale language) {
        return new ReportText(language.toLanguageTag(), "", "", "", "", null, List.of());
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** One part of it, for pages too. */
    public String of(Section section) {
        return switch (section) {
            case TECHNIQUE -> technique;
            case COMPARISON -> comparison;
            case FINDINGS -> findings;
            case IMPRESSION -> impression;
        };
    }

    /** Whether it says what no report can do without. */
    boolean whole() {
        return !findings.isBlank() && !impression.isBlank();
    }

    private static String section(@Nullable String typed) {
        String text = Objects.requireNonNullElse(typed, "");
        if (text.length() > LONGEST_SECTION) {
            throw TooLong.section();
        }
        return text;
    }

    @Override
    public String toString() {
        return "ReportText[***]";
    }
}
