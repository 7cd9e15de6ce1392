// Gives the app registration its address, which holds the id that Entra chose: so it can only come afterwards.
extension microsoftGraphV1

param uniqueName string
param displayName string
param domain string
param clientId string

resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: uniqueName
  displayName: displayName
  identifierUris: ['api://${domain}/${clientId}']
}
