// Puts the certificate on the address.
param site string
param domain string
param thumbprint string

resource web 'Microsoft.Web/sites@2023-12-01' existing = {
  name: site
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2023-12-01' = {
  parent: web
  name: domain
  properties: { siteName: site, hostNameType: 'Verified', sslState: 'SniEnabled', thumbprint: thumbprint }
}
