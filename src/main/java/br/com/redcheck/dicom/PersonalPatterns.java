package br.com.redcheck.dicom;

import java.util.regex.Pattern;

/** How people, their numbers and their days are written in Brazil and elsewhere. */
final class PersonalPatterns {
    private static final String MONTH =
            "(jan|fev|feb|mar|abr|apr|mai|may|jun|jul|ago|aug|set|sep|out|oct|nov|dez|dec)[a-zç]{0,12}";
    private static final String DAY = "(0?[1-9]|[12][0-9]|3[01])";

    /** One after the other: an e-mail or web address, a date in figures or words, a number of a person, a long run of digits. */
    private static final Pattern NUMBERS = either(
            "[^\\s@]{1,64}@\\S+",
            "(https?:|ftp:|www\\.)\\S+",
            "(?<![0-9.])" + DAY + "[/ -](0?[1-9]|1[0-2])[/ -]([0-9]{4}|[0-9]{2})(?![0-9])",
            "(?<![0-9.])" + DAY + "\\.(0?[1-9]|1[0-2])\\.[0-9]{4}(?![0-9.])",
            "(?<![0-9])(19|20)[0-9]{2}[-/. ](0?[1-9]|1[0-2])[-/. ]" + DAY + "(?![0-9])",
            "(?<![0-9])" + DAY + "[ºo]?\\s{0,3}(de|of|[-/.])?\\s{0,3}" + MONTH
                    + "\\.?\\s{0,3}(de|of|[-,/.])?\\s{0,3}[0-9]{2,4}",
            "(?<![a-zç])" + MONTH + "\\.?\\s{1,3}" + DAY + ",?\\s{1,3}[0-9]{4}",
            "[0-9]{3}\\.[0-9]{3}\\.[0-9]{3}\\s{0,3}[-/]\\s{0,3}[0-9]{2}", // CPF
            "[0-9]{3}[ .][0-9]{4}[ .][0-9]{4}[ .][0-9]{4}", // CNS, the card of the public health service
            "[0-9]{1,2}\\.[0-9]{3}\\.[0-9]{3}\\s{0,3}-?\\s{0,3}[0-9x]?", // RG, the identity card
            "(?<![a-z])(crm|coren|crtr|cpf|cns|rg|sus|cep|pront|prontuario)\\W{0,3}([a-z]{2}\\W{0,3})?[0-9]+",
            "[0-9]{2}\\.?[0-9]{3}-[0-9]{3}", // CEP, the postal code
            "\\(?[0-9]{2}\\)?\\s{0,3}9?[0-9]{4}[- ][0-9]{4}", // telephones
            "[0-9]{6,}");

    private static final Pattern TITLES = either(
            "(?<![a-z])(dr|dra|sr|sra|prof|profa|doutor|doutora|doctor|physician|medico|medica|"
                    + "paciente|patient name|nome|name|filho|filha|mae|pai|esposo|esposa|tecnico|tecnica|tecnologo|tecnologa|operador|"
                    + "operadora|operator|solicitado|solicitada|solicitante|requested by|hospital|clinica|clinic|rua|avenida|convenio)(?![a-z])");

    private PersonalPatterns() {}

    private static Pattern either(String... patterns) {
        return Pattern.compile(String.join("|", patterns));
    }

    /** Whether a folded text holds something like a number, an address or a date of a person. */
    static boolean hasNumber(String folded) {
        return folded.chars().anyMatch(PersonalPatterns::isTelling)
                && NUMBERS.matcher(folded).find();
    }

    /** Characters without which none of the patterns is there; to look for them first saves most of the time. */
    private static boolean isTelling(int character) {
        return Character.isDigit(character) || character == '@' || character == ':' || character == '.';
    }

    /** Whether a folded text speaks of somebody, known or not. */
    static boolean hasTitle(String folded) {
        return TITLES.matcher(folded).find();
    }

    /** A folded text with a space in the place of each such number. */
    static String withoutNumbers(String folded) {
        return NUMBERS.matcher(folded).replaceAll(" ");
    }
}
