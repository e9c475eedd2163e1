package br.com.redcheck.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchitectureWriterTest {
    @Test
    void nothingThatAStrangerWroteIsWrittenAgainButTheNamesOfLayers() {
        String strangers = """
                {"class_name": "Sequential", "keras_version": "STRANGE", "STRANGE": {"STRANGE": [[[["STRANGE"]]]]},
                 "config": {"name": "STRANGE", "layers": [
                  {"class_name": "InputLayer", "STRANGE": 1, "config":
                    {"name": "in", "dtype": "STRANGE", "batch_input_shape": [null, 8, 8, 3]}},
                  {"class_name": "Conv2D", "registered_name": "STRANGE", "config":
                    {"name": "first", "filters": 2, "kernel_size": [3, 3], "dtype": {"class_name": "STRANGE"},
                     "kernel_initializer": {"class_name": "STRANGE", "config": {"STRANGE": 1e999}}, "STRANGE": null}},
                  {"class_name": "GlobalAveragePooling2D", "config": {"name": "second", "STRANGE": ["STRANGE"]}},
                  {"class_name": "Dense", "config": {"name": "third", "units": 2, "activation": "softmax", "STRANGE": {}}}]}}
                """;

        String written =
                new ArchitectureWriter(new ArchitectureReader(KerasLimits.defaults(), false).read(strangers)).write();

        assertThat(written).contains("first", "second", "third").doesNotContain("STRANGE", "null,null", "Infinity");
    }
}
