package br.com.redcheck.inference;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.redcheck.model.KerasReader;
import br.com.redcheck.model.TrainedNetwork;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the old libraries inside DL4J the application has JSON, which one class of ours reaches, and collections; no other reader. */
class ShadedPartsTest {
    private static final String SHADE = "org/nd4j/shade/";
    private static final String KEPT = SHADE
            + "(jackson/(annotation|core|databind)/[\\w/$]+|jackson/dataformat/yaml/YAMLFactory"
            + "|protobuf/(Internal\\$EnumLite\\w*|ProtocolMessageEnum)"
            + "|guava/(base|collect|math|primitives|util/concurrent)/[\\w$\\-]+)\\.class";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.nd4j.shade.jackson.dataformat.xml.XmlFactory",
                "org.nd4j.shade.jackson.dataformat.yaml.YAMLParser",
                "org.nd4j.shade.yaml.snakeyaml.Yaml",
                "org.nd4j.shade.wstx.stax.WstxInputFactory",
                "org.nd4j.shade.protobuf.CodedInputStream",
                "org.nd4j.shade.protobuf.TextFormat",
                "org.nd4j.shade.guava.io.Files"
            })
    void whatReadsFilesDoesNotComeAlong(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void nothingElseOfTheOldLibrariesIsThere() throws IOException, URISyntaxException {
        List<URL> folders = Collections.list(getClass().getClassLoader().getResources(SHADE));

        assertThat(folders).hasSize(1);
        URI folder = folders.get(0).toURI();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> SHADE + folder.relativize(file.toUri()).getPath()))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).matches(KEPT));
        }
    }

    @Test
    void oneClassOfOursReachesTheImportAndThatWithJsonOfOurOwnWriting() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("br.com.redcheck");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j.nn.modelimport..", "org.nd4j.shade..")
                .check(ours);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(KerasReader.class.getName())
                .should()
                .callConstructorWhere(target(owner(type(TrainedNetwork.class))))
                .check(ours);
    }
}
