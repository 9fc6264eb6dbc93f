package org.safecommunity.cli.store;

import java.nio.file.Path;
import org.safecommunity.cli.read.DataStore;

/** Opens stores for the readers of files; found by the service loader. */
public final class StoreOpener implements DataStore.Opener {
    @Override
    public DataStore open(String name, Path path) {
        return new StoreReader(StoreFile.forReading(name, path));
    }
}
