package br.com.redcheck.dicom.lettering;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is found written on films: names, dates, numbers, hospitals; all invented. */
final class Phrases {
    private static final List<String> NAMES = List.of(
            "Adélia",
            "Bárbara",
            "Caíque",
            "Dário",
            "Eunice",
            "Fábio",
            "Gisele",
            "Hélio",
            "Inês",
            "Júlio",
            "Kátia",
            "Lucas",
            "Mônica",
            "Níveo",
            "Olívia",
            "Patrícia",
            "Quitéria",
            "Rômulo",
            "Sônia",
            "Túlio",
            "Úrsula",
            "Valdir",
            "Wanda",
            "Xênia",
            "Yara",
            "Zulmira",
            "Ferrão",
            "Gonçalves",
            "Guimarães",
            "Lobo",
            "Magalhães",
            "Nogueira",
            "Peçanha",
            "Queirós",
            "Rezende",
            "Simões",
            "Teles",
            "Ungaretti",
            "Vasques",
            "Ximenes",
            "Zagallo",
            "de",
            "da",
            "dos");
    private static final List<String> PLACES = List.of(
            "Hospital", "Clínica", "Santa Casa", "Pronto Socorro", "UPA", "Instituto", "Radiologia", "Centro Médico");
    private static final List<String> LABELS = List.of(
            "PRONT", "NASC", "CPF", "RG", "CNS", "ID", "Pac:", "Acc", "Idade", "DN", "Tel", "Nome:", "Exame", "Leito",
            "DR", "DRA", "CRM", "No.", "Sexo");
    private static final List<String> MARKS =
            List.of("PORTÁTIL", "AP SENTADO", "ERECT", "SUPINE", "12 cm", "kVp 85", "TÓRAX PA");

    private final Random random;

    Phrases(Random random) {
        this.random = random;
    }

    String next() {
        String phrase = switch (random.nextInt(9)) {
            case 0, 1 -> words(NAMES, 2 + random.nextInt(3));
            case 2 -> one(NAMES).toUpperCase(Locale.ROOT) + ", " + one(NAMES);
            case 3 -> date() + (random.nextBoolean() ? " " + two(24) + ":" + two(60) : "");
            case 4 -> one(LABELS) + " " + words(NAMES, 1 + random.nextInt(2));
            case 5 -> one(LABELS) + " " + number();
            case 6 -> one(LABELS) + " " + date();
            case 7 -> one(PLACES) + " " + words(NAMES, 1 + random.nextInt(3));
            default -> random.nextInt(3) == 0 ? one(MARKS) : noise();
        };
        return random.nextInt(3) == 0 ? phrase.toUpperCase(Locale.ROOT) : phrase;
    }

    private String date() {
        String separator = one(List.of("/", "/", "-", "."));
        return two(31) + separator + two(12) + separator + (1920 + random.nextInt(110));
    }

    private String two(int bound) {
        return String.format(Locale.ROOT, "%02d", random.nextInt(bound));
    }

    private String number() {
        String digits = IntStream.range(0, 5 + random.nextInt(9))
                .mapToObj(i -> Integer.toString(random.nextInt(10)))
                .collect(Collectors.joining());
        return switch (random.nextInt(3)) {
            case 0 -> one(List.of("PRT", "ACC", "A", "X-")) + digits;
            case 1 -> digits.replaceAll("(\\d{3})(?=\\d)", "$1.") + "-" + two(100);
            default -> digits;
        };
    }

    /** Any signs at all: what is to be learned is writing, not these words. */
    private String noise() {
        return random.ints(3 + random.nextInt(14), '!', 0x100)
                        .filter(sign -> sign < 0x7F || sign > 0xBF)
                        .mapToObj(sign -> random.nextInt(6) == 0 ? " " : Character.toString(sign))
                        .collect(Collectors.joining())
                + "Qx";
    }

    private String words(List<String> from, int count) {
        return IntStream.range(0, count).mapToObj(i -> one(from)).collect(Collectors.joining(" "));
    }

    private String one(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
