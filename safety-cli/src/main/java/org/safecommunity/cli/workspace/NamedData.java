package org.safecommunity.cli.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.catalogue.Profile;
import org.safecommunity.model.scheme.Scheme;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;

/** Catalogues and schemes by name, or from a JSON or YAML file of the user. */
public final class NamedData {
    private NamedData() {}

    /**
     * A catalogue by its name, or a file that holds a catalogue or, with the key {@code base}, a profile of one.
     *
     * @throws UserError (exit 2) if there is no such name or file; (exit 3) with every fault of the file
     */
    public static Catalogue catalogue(String nameOrFile) {
        Optional<Catalogue> bundled = Catalogue.bundled(nameOrFile);
        return bundled.orElseGet(() -> {
            JsonNode json = file(nameOrFile, "--catalogue", Catalogue.BUNDLED);
            if (!json.has("base")) {
                return read(json, nameOrFile, Catalogue::read);
            }
            Profile profile = read(json, nameOrFile, Profile::read);
            Catalogue base = Catalogue.bundled(profile.base())
                    .orElseThrow(() -> UserError.input(
                            "error.no-base", nameOrFile, profile.base(), String.join(", ", Catalogue.BUNDLED)));
            try {
                return profile.of(base);
            } catch (InvalidDataException e) {
                throw faults(nameOrFile, e);
            }
        });
    }

    /**
     * A scheme by its name, or from a file.
     *
     * @throws UserError (exit 2) if there is no such name or file; (exit 3) with every fault of the file
     */
    public static Scheme scheme(String nameOrFile) {
        return Scheme.bundled(nameOrFile)
                .orElseGet(() -> read(file(nameOrFile, "--scheme", Scheme.BUNDLED), nameOrFile, Scheme::read));
    }

    /** The name of a data file that a document names: a file is looked for beside the document. */
    public static String beside(String named, Path folder) {
        boolean file = named.endsWith(".json") || named.endsWith(".yaml") || named.endsWith(".yml");
        Path beside = file ? folder.resolve(named) : folder;
        return file && Files.isRegularFile(beside) ? beside.toString() : named;
    }

    private static JsonNode file(String nameOrFile, String option, List<String> known) {
        if (!exists(nameOrFile)) {
            String near = Nearest.of(nameOrFile, known);
            throw UserError.usage(
                    "error.no-name-or-file", option, nameOrFile, near.isEmpty() ? String.join(", ", known) : near);
        }
        List<Finding> findings = new ArrayList<>();
        return YamlFile.read(InputFile.open(nameOrFile, null), JsonNode.class, findings);
    }

    private static boolean exists(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static <T> T read(JsonNode json, String name, BiFunction<InputStream, String, T> reader) {
        try {
            return reader.apply(new ByteArrayInputStream(new ObjectMapper().writeValueAsBytes(json)), name);
        } catch (InvalidDataException e) {
            throw faults(name, e);
        } catch (JsonProcessingException e) {
            throw UserError.input("error.read", name, String.valueOf(e.getOriginalMessage()));
        }
    }

    private static UserError faults(String name, InvalidDataException e) {
        String en = e.findings().stream().map(Finding::toString).collect(Collectors.joining("\n  "));
        String zh = e.findings().stream()
                .map(f -> f.location() + ": " + f.message().zh())
                .collect(Collectors.joining("\n  "));
        return UserError.input(
                "error.data-file", name, e.findings().size(), new org.safecommunity.model.LocalText(en, zh));
    }
}
