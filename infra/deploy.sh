#!/usr/bin/env bash
# Deploys, upgrades and takes away Tandem. The steps are the same as in deploy.ps1: both call one list (--help shows the words).
set -euo pipefail
if ! command -v node > /dev/null; then
  echo "Tandem needs Node 20.19 or newer: https://nodejs.org. Then the same command again." >&2
  exit 1
fi
exec node "$(dirname "${BASH_SOURCE[0]}")/../src/starter.mjs" deploy "$@"
