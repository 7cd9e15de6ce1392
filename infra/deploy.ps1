# Deploys, upgrades and takes away Tandem. The steps are the same as in deploy.sh: both call one list (--help shows the words).
$ErrorActionPreference = 'Stop'
if (-not (Get-Command node -ErrorAction SilentlyContinue)) {
  Write-Error 'Tandem needs Node 20.19 or newer: https://nodejs.org. Then the same command again.' -ErrorAction Continue
  exit 1
}
& node (Join-Path $PSScriptRoot '../src/starter.mjs') deploy @args
exit $LASTEXITCODE
