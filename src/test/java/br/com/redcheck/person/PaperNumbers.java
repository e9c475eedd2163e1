package br.com.redcheck.person;

import java.util.Random;
import java.util.stream.IntStream;

/** Numbers of nobody: made by chance, with the check digits that the rules ask for, reckoned here in another way than in the product. */
public final class PaperNumbers {
    private PaperNumbers() {}

    /** Eleven digits. */
    public static String cpf(Random random) {
        String nine = "%09d".formatted(random.nextInt(1, 999_999_999));
        String ten = nine + check(nine, 11);
        return ten + check(ten, 11);
    }

    /** Fourteen digits. */
    public static String cnpj(Random random) {
        String twelve = "%08d0001".formatted(random.nextInt(1, 99_999_999));
        String thirteen = twelve + check(twelve, 9);
        return thirteen + check(thirteen, 9);
    }

    /** Eleven less the rest of the weighted sum, ten and eleven being nought; weights grow from 2 at the right to the largest, and again. */
    private static int check(String digits, int largest) {
        int[] fromTheRight = new StringBuilder(digits).reverse().chars().toArray();
        int sum = IntStream.range(0, fromTheRight.length)
                .map(i -> (fromTheRight[i] - '0') * (i % (largest - 1) + 2))
                .sum();
        int check = 11 - sum % 11;
        return check > 9 ? 0 : check;
    }
}
