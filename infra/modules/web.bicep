// Web and worker: the same program in two apps on one plan. A plan is what costs, and the worker mostly waits, so it gets
// none of its own; each app is restarted, stopped and read apart. App Service takes a container that answers no request
// for dead: so the worker also answers, but nobody outside reaches it.
param name string
param location string
param size string
param machines int
param zoneRedundant bool
param identityId string
param workspaceId string

@description('What differs from one installation to another; the rest stands below.')
param settings object

var everywhere = {
  NODE_ENV: 'production'
  PORT: '8080'
  BOT_TYPE: 'UserAssignedMSI'
  SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
  WEBSITE_RUN_FROM_PACKAGE: '1'
  WEBSITES_PORT: '8080'
  WEBSITES_CONTAINER_STOP_TIME_LIMIT: '60'
  WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '3'
}

var parts = [
  { name: name, roles: 'web', open: true }
  { name: '${name}-worker', roles: 'web,worker', open: false }
]

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: size, capacity: machines }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource sites 'Microsoft.Web/sites@2023-12-01' = [
  for part in parts: {
    name: part.name
    location: location
    kind: 'app,linux'
    identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
    properties: {
      serverFarmId: plan.id
      httpsOnly: true
      clientAffinityEnabled: false
      siteConfig: {
        linuxFxVersion: 'NODE|24-lts'
        appCommandLine: 'node --enable-source-maps server.mjs'
        alwaysOn: true
        http20Enabled: true
        ftpsState: 'Disabled'
        minTlsVersion: '1.2'
        scmMinTlsVersion: '1.2'
        remoteDebuggingEnabled: false
        healthCheckPath: '/health/ready'
        ipSecurityRestrictionsDefaultAction: part.open ? 'Allow' : 'Deny'
        scmIpSecurityRestrictionsUseMain: false
      }
    }
  }
]

resource values 'Microsoft.Web/sites/config@2023-12-01' = [
  for (part, at) in parts: {
    parent: sites[at]
    name: 'appsettings'
    properties: union(everywhere, settings, { ROLES: part.roles })
  }
]

// The program is put there by whoever is signed in to Azure; there is no password for it.
resource publishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = [
  for (part, at) in parts: {
    parent: sites[at]
    name: 'scm'
    properties: { allow: false }
  }
]

resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = [
  for (part, at) in parts: {
    parent: sites[at]
    name: 'ftp'
    properties: { allow: false }
  }
]

// What the program writes, without the log of requests: that one holds addresses of people.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [
  for (part, at) in parts: {
    name: 'to-workspace'
    scope: sites[at]
    properties: {
      workspaceId: workspaceId
      logs: [
        { category: 'AppServiceConsoleLogs', enabled: true }
        { category: 'AppServicePlatformLogs', enabled: true }
      ]
    }
  }
]

output planId string = plan.id
output planName string = plan.name
output webName string = sites[0].name
output workerName string = sites[1].name
