// The vault with the one key that wraps all others. It cannot be purged for 90 days, and nobody ever sees the key.
param name string
param location string
param recover bool
param principalId string
param workspaceId string

var cryptoUser = '12338af0-0e69-4776-bea7-57ae8d297424'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    createMode: recover ? 'recover' : 'default'
  }
}

// A new version each year; former versions unwrap for ever, so they have no end.
resource wrapping 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'identity'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    rotationPolicy: {
      lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P1Y' } }]
    }
  }
}

// On this key alone, and the key itself allows nothing but wrapping and unwrapping.
resource right 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(wrapping.id, principalId, cryptoUser)
  scope: wrapping
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoUser)
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

// Without the slash that the service puts at the end: the settings compare the two as they stand.
output url string = 'https://${vault.name}${environment().suffixes.keyvaultDns}'
output keyId string = 'https://${vault.name}${environment().suffixes.keyvaultDns}/keys/${wrapping.name}'
