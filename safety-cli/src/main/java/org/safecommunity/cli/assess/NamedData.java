package org.safecommunity.cli.assess;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.safecommunity.cli.read.DocumentTree;
import org.safecommunity.cli.read.InputFile;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.UserData;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.model.catalogue.Catalogue;
import org.safecommunity.model.catalogue.Profile;
import org.safecommunity.model.scheme.Scheme;
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
                return UserData.of(json, nameOrFile, Catalogue::read);
            }
            Profile profile = UserData.of(json, nameOrFile, Profile::read);
            Catalogue base = Catalogue.bundled(profile.base())
                    .orElseThrow(() -> UserError.input(
                            "error.no-base", nameOrFile, profile.base(), String.join(", ", Catalogue.BUNDLED)));
            try {
                return profile.of(base);
            } catch (InvalidDataException e) {
                throw UserData.refused(nameOrFile, e);
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
                .orElseGet(() -> UserData.of(file(nameOrFile, "--scheme", Scheme.BUNDLED), nameOrFile, Scheme::read));
    }

    private static JsonNode file(String nameOrFile, String option, List<String> known) {
        if (!UserData.isFile(nameOrFile)) {
            String near = Nearest.of(nameOrFile, known);
            throw UserError.usage(
                    "error.no-name-or-file", option, nameOrFile, near.isEmpty() ? String.join(", ", known) : near);
        }
        return DocumentTree.read(InputFile.open(nameOrFile, null));
    }
}
