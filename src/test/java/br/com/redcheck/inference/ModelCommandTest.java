package br.com.redcheck.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import br.com.redcheck.model.KerasFixtures;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aSoundFileIsDescribed() {
        int exit = check("keras2_sequential.h5");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("170 x 256 x 3", "block5_conv3", "90855347f0980a8786e3bc0e998a1ed0");
    }

    @Test
    void aSoundFileIsDescribedToProgramsToo() {
        assertThat(check("keras3_flatten_dense.h5", "--json")).isZero();

        JsonNode report = new JsonMapper().readTree(out.toString());
        assertThat(report.path("cam").booleanValue()).isFalse();
        assertThat(report.path("no_cam").stringValue()).isEqualTo("no-global-pooling");
        assertThat(report.path("layers").get(0).path("weights").path("kernel").toString())
                .isEqualTo("[3,3,3,4]");
        assertThat(report.path("refused").isNull()).isTrue();
    }

    @Test
    void aRefusedFileEndsWithTwoAndTheReason() {
        assertThat(check("hostile/nan.h5")).isEqualTo(2);

        assertThat(err.toString()).contains("NaN").doesNotContain("Exception", "\tat ");
    }

    @Test
    void weightsAloneAreTakenWithTheirArchitecture() {
        assertThat(check("keras2_weights_only.h5")).isEqualTo(2);
        assertThat(check("keras2_weights_only.h5", "--architecture", KerasFixtures.FOLDER + "/keras2_sequential.h5"))
                .isZero();
    }

    @Test
    void aLambdaIsTakenWithAWord() {
        assertThat(check("keras2_lambda_redcheck.h5")).isEqualTo(2);
        assertThat(check("keras2_lambda_redcheck.h5", "--lambda-is-gap")).isZero();
    }

    @Test
    void whatIsTriedAnswersAsKerasDoes() {
        assertThat(check("arch/separable_bn.h5", "--try", "--json")).isZero();

        JsonNode tried = new JsonMapper().readTree(out.toString()).path("tried");
        assertThat(tried.size()).isEqualTo(2);
        assertThat(tried.get(0).doubleValue()).isCloseTo(0.658636689, within(1e-4));
    }

    @Test
    void whatIsTriedSeesThePictureInTheScaleThatIsSaid() {
        check("hostile/ok.h5", "--try", "--scale", "255");
        String bright = out.toString();
        check("hostile/ok.h5", "--try");

        assertThat(out.toString().substring(bright.length())).isNotEqualTo(bright);
    }

    @Test
    void aNetworkThatAnswersNoNumbersIsRefusedByName() {
        assertThat(check("trial/negative_variance.h5")).isZero();
        assertThat(check("trial/negative_variance.h5", "--try")).isEqualTo(2);

        assertThat(err.toString()).contains("NaN").doesNotContain("Exception");
    }

    @Test
    void aFileThatIsNotThereIsNoAccident() {
        assertThat(check("absent.h5")).isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
    }

    private int check(String file, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "check";
        arguments[1] = KerasFixtures.FOLDER.resolve(file).toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return new CommandLine(new ModelCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
