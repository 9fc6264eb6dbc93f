package org.safecommunity.risk;

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
import org.junit.jupiter.api.Test;
import org.safecommunity.model.LocalText;
import org.safecommunity.risk.score.Scheme;

/** The other tests run on the class path; here the library runs as a named module, without the annotation jars. */
class ModulePathTest {
    private static final String MODULE = "org.safecommunity.risk";

    @Test
    void schemes_load_from_a_named_module() throws ReflectiveOperationException {
        Path[] places = Stream.of(Scheme.class, LocalText.class, ObjectMapper.class, JsonParser.class, JsonValue.class)
                .map(ModulePathTest::place)
                .toArray(Path[]::new);
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(ModuleFinder.of(places), ModuleFinder.of(), Set.of(MODULE));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
        Class<?> loaded = layer.findLoader(MODULE).loadClass(Scheme.class.getName());
        assertThat(loaded.getModule().getName()).isEqualTo(MODULE);
        assertThat(loaded.getMethod("bundled").invoke(null))
                .isInstanceOfSatisfying(
                        List.class, schemes -> assertThat(schemes.size()).isEqualTo(12));
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
