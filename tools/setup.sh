# Sourced by play, test and .ci/run: sees to what the system must have before cargo can build and run the game.
# Installs Debian/Ubuntu packages that are missing; elsewhere it says what is needed. Sets CARGO_TARGET_DIR.

# setup_packages PACKAGE... — installs what is missing, or says what to install.
setup_packages() {
    local missing=() package
    if ! command -v dpkg-query >/dev/null 2>&1; then
        echo "This is no Debian or Ubuntu system, so nothing is installed by itself. If the build or the game fails," >&2
        echo "install what your system calls these packages: $*" >&2
        return 0
    fi
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "Missing packages: ${missing[*]}. Install them as root: apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing missing packages: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
}

# setup_cargo — looks for cargo and chooses a build folder outside the checkout, so that a new checkout builds fast.
setup_cargo() {
    if ! command -v cargo >/dev/null 2>&1; then
        echo "Rust is missing. Install Rust 1.95 or later (https://rustup.rs), then try again." >&2
        return 1
    fi
    export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/correlation/target}"
}

BUILD_PACKAGES=(gcc libc6-dev pkg-config)
GAME_PACKAGES=("${BUILD_PACKAGES[@]}" libx11-6 libx11-xcb1 libxcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon0
    libxkbcommon-x11-0 libvulkan1 mesa-vulkan-drivers)
TEST_PACKAGES=("${GAME_PACKAGES[@]}" xvfb xauth)
