package org.safecommunity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void the_script_knows_every_command_and_the_options(String shell) {
        CliRun run = CliRun.of("completion", shell);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("#!/usr/bin/env bash\n")
                .contains("complete -F _complete_safety", "ZSH_VERSION");
        SafetyCliTest.commands().filter(command -> !command.isEmpty()).forEach(command -> assertThat(run.out())
                .contains(" " + command.substring(command.indexOf(' ') + 1)));
        assertThat(run.out()).contains("--person-time", "--standard-weight", "--where");
    }

    @Test
    void bash_accepts_the_script_and_completes_a_verb() throws Exception {
        String script = CliRun.of("completion", "bash").out()
                + "\nCOMP_WORDS=(safety rates cr); COMP_CWORD=2; _complete_safety; echo \"${COMPREPLY[@]}\"\n";
        Process bash =
                new ProcessBuilder("bash", "--norc").redirectErrorStream(true).start();
        bash.getOutputStream().write(script.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        bash.getOutputStream().close();
        String answer = new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        assertThat(answer).isEqualTo("crude\n");
    }
}
