// An address of the organisation's own, with a certificate that renews itself.
param site string
param planId string
param domain string
param location string
param managedCertificate bool

resource web 'Microsoft.Web/sites@2023-12-01' existing = {
  name: site
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2023-12-01' = {
  parent: web
  name: domain
  properties: { siteName: site, hostNameType: 'Verified', customHostNameDnsRecordType: 'CName' }
}

resource certificate 'Microsoft.Web/certificates@2023-12-01' = if (managedCertificate) {
  name: '${site}-certificate'
  location: location
  properties: { serverFarmId: planId, canonicalName: domain }
  dependsOn: [binding]
}

// The same binding once more: a certificate can only be made for a name that is bound already.
module secured 'domain-certificate.bicep' = if (managedCertificate) {
  params: { site: site, domain: domain, thumbprint: managedCertificate ? certificate!.properties.thumbprint : '' }
}
