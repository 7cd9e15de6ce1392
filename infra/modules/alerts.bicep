// What somebody must know at once. Each alert names the page of the runbook that says what to do.
param name string
param location string
param contactEmail string
param domain string
param componentId string
param workspaceId string

var alerts = [
  {
    id: 'queue-age'
    says: 'Something that is due waits for more than 15 minutes (runbook 1)'
    severity: 2
    query: 'AppMetrics | where Name == "tandem.queue.age" | summarize value = max(Max) by bin(TimeGenerated, 5m)'
    over: 900
  }
  {
    id: 'poison'
    says: 'Something was given up after several tries (runbook 2)'
    severity: 2
    query: 'AppMetrics | where Name == "tandem.queue.poison" | summarize value = max(Max) - min(Min)'
    over: 0
  }
  {
    id: 'failure-rate'
    says: 'More than 2 of 100 requests fail (runbook 4)'
    severity: 1
    query: 'let failed = toscalar(AppMetrics | where Name == "tandem.http.failures" | summarize sum(Sum)); AppRequests | summarize all = sum(ItemCount) | where all >= 50 | project value = 100.0 * coalesce(failed, 0.0) / all'
    over: 2
  }
  {
    id: 'throttled'
    says: 'Teams turns messages away again and again (runbook 3)'
    severity: 3
    query: 'AppMetrics | where Name == "tandem.send.throttled" | summarize value = sum(Sum)'
    over: 100
  }
  {
    id: 'worker-silent'
    says: 'No worker has said anything for 15 minutes (runbook 5)'
    severity: 1
    query: 'AppMetrics | where Name == "tandem.queue.age" | summarize heard = count() | project value = iff(heard == 0, 1, 0)'
    over: 0
  }
  {
    id: 'vault'
    says: 'The vault refuses its key (runbook 6)'
    severity: 1
    query: 'AzureDiagnostics | where ResourceProvider == "MICROSOFT.KEYVAULT" and OperationName in ("KeyUnwrap", "KeyWrap") and httpStatusCode_d >= 400 | summarize value = count()'
    over: 3
  }
]

var tests = [
  { id: 'reachable', says: 'Tandem cannot be reached (runbook 4)', severity: 1, seconds: 300, certificate: false }
  { id: 'certificate', says: 'The certificate ends within 21 days (runbook 8)', severity: 2, seconds: 900, certificate: true }
]

resource contact 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-contact'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: 'tandem'
    emailReceivers: [{ name: 'contact', emailAddress: contactEmail, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: '${name}-${alert.id}'
    location: location
    properties: {
      displayName: alert.says
      description: alert.says
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'value'
            operator: 'GreaterThan'
            threshold: alert.over
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      // The tables come with the first telemetry; until then the query would be refused.
      skipQueryValidation: true
      autoMitigate: true
      actions: { actionGroups: [contact.id] }
    }
  }
]

resource probes 'Microsoft.Insights/webtests@2022-06-15' = [
  for test in tests: {
    name: '${name}-${test.id}'
    location: location
    kind: 'standard'
    tags: { 'hidden-link:${componentId}': 'Resource' }
    properties: {
      SyntheticMonitorId: '${name}-${test.id}'
      Name: '${name}-${test.id}'
      Enabled: true
      Kind: 'standard'
      Frequency: test.seconds
      Timeout: 30
      RetryEnabled: true
      Locations: [{ Id: 'emea-nl-ams-azr' }]
      Request: { RequestUrl: 'https://${domain}/health/ready', HttpVerb: 'GET', ParseDependentRequests: false }
      ValidationRules: union(
        { ExpectedHttpStatusCode: 200, SSLCheck: true },
        test.certificate ? { SSLCertRemainingLifetimeCheck: 21 } : {}
      )
    }
  }
]

resource probeAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (test, at) in tests: {
    name: '${name}-${test.id}'
    location: 'global'
    properties: {
      description: test.says
      severity: test.severity
      enabled: true
      scopes: [probes[at].id, componentId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
        webTestId: probes[at].id
        componentId: componentId
        failedLocationCount: 1
      }
      actions: [{ actionGroupId: contact.id }]
    }
  }
]
