// The app registration of the tab: who may ask for tokens, which roles there are, what the consent page asks for.
// The managed identity vouches for it, so it has neither secret nor certificate.
extension microsoftGraphV1

param uniqueName string
param displayName string
param domain string
param principalId string
param appPermissions array
param delegatedPermissions array
param administratorsGroup string
param coordinatorsGroup string
param advisersGroup string
param alsoInMicrosoft365 bool

var scopeId = guid(uniqueName, 'access_as_user')
var teams = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264' // Teams on desktop and phone
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' // Teams on the web
]
var microsoft365 = [
  '4765445b-32c6-49b0-83e6-1d93765276ca' // Microsoft 365 on the web
  '0ec893e0-5785-4de6-99da-4ed124e5296c' // Microsoft 365 on desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c' // Microsoft 365 on phones, Outlook on desktop
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3' // Outlook on the web
  '27922004-5251-4030-b22d-91ecd9a37ea4' // Outlook on phones
]
var clients = alsoInMicrosoft365 ? concat(teams, microsoft365) : teams

var roles = [
  { value: 'Coordinator', says: 'Runs programmes: surveys, invitations, matching, follow-up. Sees no identity answers.', group: coordinatorsGroup }
  { value: 'Adviser', says: 'Is asked for private talks, apart from the coordinators.', group: advisersGroup }
  { value: 'Administrator', says: 'Looks after the installation: settings, health, failed messages.', group: administratorsGroup }
]
var assigned = filter(roles, role => !empty(role.group))

resource graph 'Microsoft.Graph/servicePrincipals@v1.0' existing = {
  appId: '00000003-0000-0000-c000-000000000000'
}

resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: uniqueName
  displayName: displayName
  signInAudience: 'AzureADMyOrg'
  web: {
    homePageUrl: 'https://${domain}/tab/'
    redirectUris: ['https://${domain}/tab/']
    implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false }
  }
  api: {
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: scopeId
        value: 'access_as_user'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Use Tandem as the signed-in person'
        adminConsentDescription: 'Teams may open Tandem in the name of whoever is signed in.'
        userConsentDisplayName: 'Use Tandem as you'
        userConsentDescription: 'Teams may open Tandem in your name.'
      }
    ]
    preAuthorizedApplications: [for client in clients: { appId: client, delegatedPermissionIds: [scopeId] }]
  }
  // Says of each token whether a person or a program asked for it.
  optionalClaims: { accessToken: [{ name: 'idtyp', essential: false }] }
  appRoles: [
    for role in roles: {
      id: guid(uniqueName, role.value)
      value: role.value
      displayName: role.value
      description: role.says
      allowedMemberTypes: ['User']
      isEnabled: true
    }
  ]
  requiredResourceAccess: [
    {
      resourceAppId: graph.appId
      resourceAccess: concat(
        map(filter(graph.appRoles, right => contains(appPermissions, right.value)), right => { id: right.id, type: 'Role' }),
        map(filter(graph.oauth2PermissionScopes, right => contains(delegatedPermissions, right.value)), right => {
          id: right.id
          type: 'Scope'
        })
      )
    }
  ]

  resource vouched 'federatedIdentityCredentials@v1.0' = {
    name: '${app.uniqueName}/managed-identity'
    description: 'The managed identity of Tandem vouches for this app'
    issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    subject: principalId
    audiences: ['api://AzureADTokenExchange']
  }
}

// The tag shows it among the enterprise applications, where roles are assigned.
resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: app.appId
  appRoleAssignmentRequired: false
  tags: ['WindowsAzureActiveDirectoryIntegratedApp']
}

resource members 'Microsoft.Graph/appRoleAssignedTo@v1.0' = [
  for role in assigned: {
    appRoleId: guid(uniqueName, role.value)
    principalId: role.group
    resourceId: principal.id
  }
]

output clientId string = app.appId
output principalId string = principal.id
