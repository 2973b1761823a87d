#!/bin/sh
# Builds Gradus where that is needed, and makes it a kernel of Jupyter. All else is the installer's, which is Java:
# on Windows call it yourself, `mvn -DskipTests package` and `java -jar kernel\target\gradus-kernel.jar install`.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
jar=$here/kernel/target/gradus-kernel.jar

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

usage() {
    cat <<'END'
Usage: install-kernel.sh [OPTIONS]

Builds Gradus where that is needed and makes it a kernel of Jupyter. A second run upgrades it in place.

  --user         for you alone (default)
  --sys-prefix   for all who use the Python environment that is active
  --prefix DIR   in DIR/share/jupyter, such as /usr/local
  --no-jupyter   bring no JupyterLab, even where none is found
  --demo         then run the first notebook from end to end, and write it as HTML
  --lab          then open JupyterLab on the notebooks
  --uninstall    remove the kernel, and the JupyterLab that came with it
  --help         show this text

install-kernel.sh doctor runs a cell in the installed kernel, and says what is wrong and what to do.
END
}

# How to get a JDK here, and how to get Maven.
case $(uname -s) in
    Darwin)
        get_jdk='brew install --cask temurin'
        get_maven='brew install maven' ;;
    *)
        if command -v dnf >/dev/null 2>&1; then
            get_jdk='sudo dnf install java-21-openjdk-devel'
            get_maven='sudo dnf install maven'
        else
            get_jdk='sudo apt install openjdk-17-jdk'
            get_maven='sudo apt install maven'
        fi ;;
esac

# A whole JDK 17 or newer: a run-time environment has no module jdk.jshell.
is_jdk() {
    [ -x "$1" ] && "$1" --list-modules 2>/dev/null | grep -Eq '^jdk\.jshell@(1[7-9]|[2-9][0-9])'
}

find_java() {
    if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME/bin/java"; then
        printf '%s\n' "$JAVA_HOME/bin/java"
    elif on_path=$(command -v java) && is_jdk "$on_path"; then
        printf '%s\n' "$on_path"
    else
        fail "Gradus needs a JDK 17 or newer, and neither JAVA_HOME nor the PATH leads to one: run \`$get_jdk\`, or set JAVA_HOME."
    fi
}

is_built() {
    [ -f "$jar" ] && [ -z "$(find "$here"/pom.xml "$here"/*/pom.xml "$here"/*/src/main -newer "$jar" -type f -print)" ]
}

build() {
    command -v mvn >/dev/null 2>&1 ||
        fail "Gradus is built with Maven, and there is no mvn on the PATH: run \`$get_maven\`."
    echo "Building Gradus (the first time takes about a minute)"
    JAVA_HOME=$1 mvn --quiet --batch-mode -Dstyle.color=never --file "$here/pom.xml" -DskipTests package
}

case ${1:-} in
    -h | --help) usage; exit ;;
    doctor) ;;
    *) set -- install "$@" ;;
esac
java=$(find_java)
is_built || build "$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p')"
exec "$java" -jar "$jar" "$@"
