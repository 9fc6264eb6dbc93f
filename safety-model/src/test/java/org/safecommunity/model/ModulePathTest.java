package org.safecommunity.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.standard.Standard;

/** The other tests run on the class path; here the library runs as a named module, without the annotation jars. */
class ModulePathTest {
    private static final String MODULE = "org.safecommunity.model";

    @ParameterizedTest
    @CsvSource({
        "org.safecommunity.model.catalogue.Catalogue, AQT-50",
        "org.safecommunity.model.scheme.Scheme, CN-NATIONAL"
    })
    void named_data_load_from_a_named_module(String type, String name)
            throws ReflectiveOperationException, URISyntaxException {
        Class<?> loaded = layer().findLoader(MODULE).loadClass(type);
        Object found = loaded.getMethod("bundled", String.class).invoke(null, name);
        assertThat(found).asInstanceOf(InstanceOfAssertFactories.OPTIONAL).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "org.safecommunity.model.standard.Standard, aqt9001",
        "org.safecommunity.model.injury.CodeSet, bundled",
        "org.safecommunity.model.injury.ConsistencyRule, bundled",
        "org.safecommunity.model.accident.GradeScheme, bundled",
        "org.safecommunity.model.standard.Guidance, bundled",
        "org.safecommunity.model.standard.Crosswalk, iso45001"
    })
    void data_files_load_from_a_named_module(String type, String method)
            throws ReflectiveOperationException, URISyntaxException {
        Class<?> loaded = layer().findLoader(MODULE).loadClass(type);
        assertThat(loaded.getModule().getName()).isEqualTo(MODULE);
        assertThat(loaded.getMethod(method).invoke(null)).isNotNull();
    }

    private static ModuleLayer layer() throws URISyntaxException {
        List<Path> places = Stream.of(Standard.class, ObjectMapper.class, JsonParser.class, JsonValue.class)
                .map(ModulePathTest::place)
                .toList();
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(places.toArray(Path[]::new)), ModuleFinder.of(), Set.of(MODULE));
        return ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
