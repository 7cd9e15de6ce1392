// Tandem, whole: one deployment into one resource group, without a secret.
// Run by deploy.sh or deploy.ps1, or by hand:
//   az deployment group create -g GROUP -f infra/main.bicep -p name=tandem contactEmail=it@example.org
targetScope = 'resourceGroup'

@description('Name of the installation: 3 to 11 lower-case letters and digits, a letter first. Two with other names can live side by side.')
@minLength(3)
@maxLength(11)
param name string

@description('Who is told when something is wrong or costs too much: the mail address of a team, not of one person.')
param contactEmail string

@description('Where everything runs and is kept.')
param location string = resourceGroup().location

@description('Size of the App Service plan. B1 is enough to try it; P0v3 for up to 10,000 employees; P1v3 above.')
@allowed(['B1', 'B2', 'P0v3', 'P1v3', 'P2v3'])
param planSize string = 'P0v3'

@description('How many machines the plan has. Two or more go on when one is replaced.')
@minValue(1)
@maxValue(10)
param machines int = 1

@description('Spreads the machines over data centres; needs a P size and at least two machines.')
param zoneRedundant bool = false

@description('How the state is kept: in three data centres of the region (ZRS), in one (LRS), or also in the paired region (GZRS).')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Where copies of the state are put: best another region than that of the state.')
param copiesLocation string = location

@description('The address under which people reach Tandem, such as tandem.example.org; empty for one below azurewebsites.net. Its DNS records must be there first (infra/README.md).')
param customDomain string = ''

@description('Certificate and binding of the custom domain are made; false when you bring your own.')
param managedCertificate bool = true

@description('The custom domain is bound already: then it is left alone, since binding anew interrupts it for a moment. deploy.sh knows.')
param domainIsBound bool = false

@description('Application rights in Microsoft Graph that the consent page asks for. deploy.sh sets them by --with and --without.')
param appPermissions array = [
  'User.Read.All'
  'GroupMember.Read.All'
  'TeamsAppInstallation.ReadWriteSelfForUser.All'
  'AppCatalog.Read.All'
]

@description('Rights that Tandem uses in the name of whoever is in the tab.')
param delegatedPermissions array = ['Calendars.ReadWrite']

@description('Object id of the group whose members are administrators of Tandem; empty when you assign the role in Entra.')
param administratorsGroup string = ''

@description('Object id of the group whose members may coordinate; empty when you assign the role in Entra.')
param coordinatorsGroup string = ''

@description('Object id of the group of confidential advisers; empty when you assign the role in Entra.')
param advisersGroup string = ''

@description('Lets Outlook and Microsoft 365 ask for tokens too. Tandem itself takes tokens from Teams only, so this is for a later version.')
param alsoInMicrosoft365 bool = false

@description('Mailbox that mails are sent from; empty for none. It also needs its right in Exchange: deploy.sh mailboxes.')
param mailFrom string = ''

@description('Address of an Azure OpenAI resource for the coach; empty for a coach without a model.')
param modelUrl string = ''

@description('Name of the deployment there; together with modelUrl or not at all.')
param modelDeployment string = ''

@description('Address of another collector of traces and metrics (OTLP over HTTP); empty for Application Insights alone.')
param otlpEndpoint string = ''

@description('Begins the names of tables, queues and containers: only after a copy was brought back beside what was there.')
param storagePrefix string = ''

@description('Messages a second for the whole organisation.')
@minValue(1)
@maxValue(50)
param sendRate int = 30

@description('How much the log says.')
@allowed(['debug', 'info', 'warn', 'error'])
param logLevel string = 'info'

@description('Days that logs and telemetry are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Amount a month, in the currency of the subscription, at which the contact is told.')
@minValue(1)
param monthlyBudget int = 150

@description('First day of the budget. It cannot be changed later, so deploy.sh passes on the former one.')
param budgetStart string = utcNow('yyyy-MM-01')

@description('Brings back the vault of an installation that was taken away: its name stays taken for 90 days.')
param recoverVault bool = false

var suffix = take(uniqueString(resourceGroup().id, name), 8)
var base = '${name}-${suffix}'
var domain = empty(customDomain) ? '${base}.azurewebsites.net' : customDomain

module identity 'modules/identity.bicep' = {
  params: { name: '${base}-identity', location: location }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: '${name}${suffix}'
    location: location
    redundancy: storageRedundancy
    prefix: storagePrefix
    principalId: identity.outputs.principalId
  }
}

module copies 'modules/copies.bicep' = {
  params: {
    name: '${name}${suffix}cp'
    location: copiesLocation
    principalId: identity.outputs.principalId
  }
}

module watch 'modules/watch.bicep' = {
  params: {
    name: base
    location: location
    days: logDays
    principalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: 'kv-${base}'
    location: location
    recover: recoverVault
    principalId: identity.outputs.principalId
    workspaceId: watch.outputs.workspaceId
  }
}

module registration 'modules/registration.bicep' = {
  params: {
    uniqueName: '${base}-tab'
    displayName: 'Tandem (${name})'
    domain: domain
    principalId: identity.outputs.principalId
    appPermissions: appPermissions
    delegatedPermissions: delegatedPermissions
    administratorsGroup: administratorsGroup
    coordinatorsGroup: coordinatorsGroup
    advisersGroup: advisersGroup
    alsoInMicrosoft365: alsoInMicrosoft365
  }
}

module address 'modules/registration-address.bicep' = {
  params: {
    uniqueName: '${base}-tab'
    displayName: 'Tandem (${name})'
    domain: domain
    clientId: registration.outputs.clientId
  }
}

module web 'modules/web.bicep' = {
  params: {
    name: base
    location: location
    size: planSize
    machines: machines
    zoneRedundant: zoneRedundant
    identityId: identity.outputs.id
    workspaceId: watch.outputs.workspaceId
    settings: {
      BASE_URL: 'https://${domain}'
      TENANT_ID: tenant().tenantId
      TAB_CLIENT_ID: registration.outputs.clientId
      BOT_ID: identity.outputs.clientId
      MANAGED_IDENTITY_CLIENT_ID: identity.outputs.clientId
      STORAGE_ACCOUNT: storage.outputs.account
      STORAGE_PREFIX: storagePrefix
      VAULT_URL: vault.outputs.url
      IDENTITY_KEY_ID: vault.outputs.keyId
      COPIES_URL: copies.outputs.url
      MAIL_FROM: mailFrom
      MODEL_URL: modelUrl
      MODEL_DEPLOYMENT: modelDeployment
      SEND_RATE: string(sendRate)
      LOG_LEVEL: logLevel
      APPLICATIONINSIGHTS_CONNECTION_STRING: watch.outputs.connectionString
      OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint
    }
  }
}

module customAddress 'modules/domain.bicep' = if (!empty(customDomain) && !domainIsBound) {
  params: {
    site: web.outputs.webName
    planId: web.outputs.planId
    domain: domain
    location: location
    managedCertificate: managedCertificate
  }
}

module bot 'modules/bot.bicep' = {
  params: {
    name: '${base}-bot'
    displayName: 'Tandem'
    endpoint: 'https://${domain}/api/messages'
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    name: base
    location: location
    contactEmail: contactEmail
    domain: domain
    componentId: watch.outputs.componentId
    workspaceId: watch.outputs.workspaceId
  }
}

module workbook 'modules/workbook.bicep' = {
  params: {
    displayName: 'Tandem (${name})'
    location: location
    workspaceId: watch.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = {
  params: {
    name: '${base}-budget'
    amount: monthlyBudget
    start: budgetStart
    contactEmail: contactEmail
  }
}

@description('What the Teams package and the consent page need.')
output domain string = domain
output tenantId string = tenant().tenantId
output botId string = identity.outputs.clientId
output tabClientId string = registration.outputs.clientId
output tabPrincipalId string = registration.outputs.principalId

@description('Where deploy.sh puts the program, and what it looks after.')
output webName string = web.outputs.webName
output workerName string = web.outputs.workerName
output planName string = web.outputs.planName
output botName string = bot.outputs.name
output storageAccount string = storage.outputs.account
output auditContainer string = storage.outputs.auditContainer
output copiesUrl string = copies.outputs.url
output vaultUrl string = vault.outputs.url
output budgetStart string = budgetStart
