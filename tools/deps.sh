#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing to build fengong ("deps.sh"), to test it too ("deps.sh check"), to lint it ("deps.sh lint"), or
# to skip nothing of the tests ("deps.sh long": a print server, other shells, what makes packages), with the system's own
# package manager.  Says what it will install first; silent when there is nothing to do; DEPS=no does nothing, PAPER=no
# does without what only fengong-paper needs.
set -eu

[ "${DEPS:-yes}" != no ] || exit 0
CC=${CC:-cc}
PKG_CONFIG=${PKG_CONFIG:-pkg-config}

# One line a thing: its name here, then its packages for apt dnf apk pacman zypper brew (+ joins two, - is none).
packages='
cc        gcc+libc6-dev    gcc+glibc-devel     gcc+musl-dev     gcc          gcc+glibc-devel     -
pkgconf   pkg-config       pkgconf-pkg-config  pkgconf          pkgconf      pkg-config          pkgconf
yaml      libyaml-dev      libyaml-devel       yaml-dev         libyaml      libyaml-devel       libyaml
ncursesw  libncurses-dev   ncurses-devel       ncurses-dev      ncurses      ncurses-devel       ncurses
unistring libunistring-dev libunistring-devel  libunistring-dev libunistring libunistring-devel  libunistring
msgfmt    gettext          gettext             gettext          gettext      gettext-tools       gettext
pango     libpango1.0-dev  pango-devel         pango-dev        pango        pango-devel         pango
xlsx      libxlsxwriter-dev libxlsxwriter-devel libxlsxwriter-dev libxlsxwriter libxlsxwriter-devel libxlsxwriter
zip       libzip-dev       libzip-devel        libzip-dev       libzip       libzip-devel        libzip
xml       libxml2-dev      libxml2-devel       libxml2-dev      libxml2      libxml2-devel       libxml2
hanfont   fonts-arphic-gbsn00lp+fonts-arphic-gkai00mp+fonts-wqy-microhei google-noto-serif-cjk-fonts font-noto-cjk noto-fonts-cjk - -
pdftools  poppler-utils+qpdf poppler-utils+qpdf poppler-utils+qpdf poppler+qpdf poppler-tools+qpdf poppler+qpdf
cups      cups+cups-client+cups-filters - -              -            -                   -
checkers  mandoc+shellcheck+zsh+fish - -                 -            -                   -
deb       dpkg-dev+debhelper+lintian - -                 -            -                   -
cmocka    libcmocka-dev    libcmocka-devel     cmocka-dev       cmocka       libcmocka-devel     cmocka
cppcheck  cppcheck         cppcheck            cppcheck         cppcheck     cppcheck            cppcheck
tidy      clang-tidy       clang-tools-extra   clang-extra-tools clang      clang-tools         llvm
asan      -                libasan+libubsan    -                -            -                   -
gb18030   locales          glibc-locale-source -                -            glibc-i18ndata      -
'

has_package() {
    "$PKG_CONFIG" --exists "$1" 2>/dev/null
}

has() {
    case $1 in
    cc) command -v "$CC" >/dev/null && echo '#include <stdio.h>' | "$CC" -E - >/dev/null 2>&1 ;;
    pkgconf) command -v "$PKG_CONFIG" >/dev/null ;;
    yaml) has_package yaml-0.1 ;;
    unistring) echo '#include <unistr.h>' | "$CC" -E - >/dev/null 2>&1 ;;
    pango) has_package pangocairo && has_package fontconfig ;;
    hanfont) command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family)" ] ;;
    pdftools) command -v pdftotext >/dev/null && command -v qpdf >/dev/null ;;
    cups) [ -e /usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd ] && PATH=$PATH:/usr/sbin command -v cupsd >/dev/null ;;
    checkers) for each in mandoc shellcheck zsh fish; do command -v $each >/dev/null || return 1; done ;;
    deb) command -v dh >/dev/null && command -v lintian >/dev/null ;;
    xlsx) has_package xlsxwriter ;;
    zip) has_package libzip ;;
    xml) has_package libxml-2.0 ;;
    ncursesw | cmocka) has_package "$1" ;;
    msgfmt) command -v msgfmt >/dev/null && command -v xgettext >/dev/null ;;
    gb18030) ! command -v localedef >/dev/null || [ -e /usr/share/i18n/charmaps/GB18030.gz ] ;;
    cppcheck) command -v cppcheck >/dev/null ;;
    tidy) command -v clang-tidy >/dev/null ;;
    asan) echo 'int main(void) { return 0; }' | "$CC" -x c -fsanitize=address,undefined -o /dev/null - 2>/dev/null ;;
    esac
}

wanted='cc pkgconf yaml ncursesw unistring msgfmt'
[ "${PAPER:-yes}" = no ] || wanted="$wanted pango xlsx zip xml hanfont"
[ "${1:-lint}" = lint ] || [ "${PAPER:-yes}" = no ] || wanted="$wanted pdftools"
[ "${1:-lint}" = lint ] || wanted="$wanted cmocka asan gb18030"
[ "${1:-}" != long ] || wanted="$wanted cups checkers deb"
[ "${1:-}" != lint ] || wanted="$wanted cppcheck tidy"
missing=
for thing in $wanted; do
    has "$thing" || missing="$missing $thing"
done
[ -n "$missing" ] || exit 0

column=2
for manager in apt-get dnf apk pacman zypper brew none; do
    command -v "$manager" >/dev/null && break
    column=$((column + 1))
done
install=$(for thing in $missing; do
    echo "$packages" | awk -v thing="$thing" -v column="$column" '$1 == thing && $column != "-" { print $column }'
done | tr '+\n' '  ')

case $manager in
none)
    echo "fengong needs:$missing" >&2
    echo "No package manager known here (apt, dnf, apk, pacman, zypper, brew): install them by hand." >&2
    exit 1
    ;;
esac
if [ -z "${install% }" ]; then # a thing that this system has no package for is left to the build to complain about
    exit 0
fi

sudo=
if [ "$(id -u)" != 0 ] && [ "$manager" != brew ]; then
    sudo=sudo
    command -v sudo >/dev/null || { echo "Missing, and neither root nor sudo: $install" >&2; exit 1; }
fi
echo "Installing with $sudo${sudo:+ }$manager: $install(DEPS=no skips this)"
# $install and $sudo are lists of words
# shellcheck disable=SC2086
case $manager in
apt-get)
    export DEBIAN_FRONTEND=noninteractive
    $sudo apt-get update -q </dev/null
    $sudo apt-get install -y -q --no-install-recommends $install </dev/null
    ;;
dnf) $sudo dnf install -y $install ;;
apk) $sudo apk add $install ;;
pacman) $sudo pacman -S --needed --noconfirm $install ;;
zypper) $sudo zypper --non-interactive install $install ;;
brew) brew install $install ;;
esac
# What the build found is looked for again.
if [ -n "${BUILD:-}" ]; then rm -f "$BUILD/config.mk" "$BUILD-asan/config.mk"; fi
