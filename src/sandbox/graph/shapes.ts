/** Properties of the entities, by Microsoft's metadata of Graph v1.0: what else is selected is refused as Graph refuses it. */
import type { Shape } from './odata.ts';

function shape(type: string, properties: string, usual: string): Shape {
  return { type: `microsoft.graph.${type}`, properties: new Set(words(properties)), usual: words(usual) };
}

function words(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

export const userShape = shape(
  'user',
  `
  id deletedDateTime aboutMe accountEnabled ageGroup assignedLicenses
  assignedPlans authorizationInfo birthday businessPhones city companyName
  consentProvidedForMinor country createdDateTime creationType customSecurityAttributes department
  deviceEnrollmentLimit displayName employeeHireDate employeeId employeeLeaveDateTime employeeOrgData
  employeeType externalUserState externalUserStateChangeDateTime faxNumber givenName hireDate
  identities identityParentId imAddresses interests isManagementRestricted isResourceAccount
  jobTitle lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates mail mailboxSettings
  mailNickname mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName
  onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier
  onPremisesSyncEnabled onPremisesUserPrincipalName otherMails passwordPolicies passwordProfile pastProjects
  postalCode preferredDataLocation preferredLanguage preferredName print provisionedPlans
  proxyAddresses responsibilities schools securityIdentifier serviceProvisioningErrors showInAddressList
  signInActivity signInSessionsValidFromDateTime skills state streetAddress surname
  usageLocation userPrincipalName userType manager photo
`,
  `
  id businessPhones displayName givenName jobTitle mail
  mobilePhone officeLocation preferredLanguage surname userPrincipalName
`,
);

export const groupShape = shape(
  'group',
  `
  id deletedDateTime accessType allowExternalSenders assignedLabels assignedLicenses
  autoSubscribeNewMembers classification createdDateTime description displayName expirationDateTime
  groupTypes hasMembersWithLicenseErrors hideFromAddressLists hideFromOutlookClients infoCatalogs isArchived
  isAssignableToRole isFavorite isManagementRestricted isSubscribedByMail licenseProcessingState mail
  mailEnabled mailNickname membershipRule membershipRuleProcessingState onPremisesDomainName onPremisesExtensionAttributes
  onPremisesLastSyncDateTime onPremisesNetBiosName onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled
  organizationId preferredDataLocation preferredLanguage proxyAddresses renewedDateTime resourceBehaviorOptions
  resourceProvisioningOptions securityEnabled securityIdentifier serviceProvisioningErrors theme uniqueName
  unseenConversationsCount unseenCount unseenMessagesCount visibility welcomeMessageEnabled
`,
  `
  id description displayName groupTypes mail mailEnabled
  mailNickname securityEnabled visibility
`,
);

export const servicePrincipalShape = shape(
  'servicePrincipal',
  `
  id deletedDateTime accountEnabled addIns alternativeNames appDescription appDisplayName
  appId applicationTemplateId appOwnerOrganizationId appRoleAssignmentRequired appRoles
  customSecurityAttributes description disabledByMicrosoftStatus displayName homepage info
  keyCredentials loginUrl logoutUrl notes notificationEmailAddresses oauth2PermissionScopes
  passwordCredentials preferredSingleSignOnMode preferredTokenSigningKeyThumbprint replyUrls
  resourceSpecificApplicationPermissions samlSingleSignOnSettings servicePrincipalNames
  servicePrincipalType signInAudience tags tokenEncryptionKeyId verifiedPublisher
`,
  `
  id appId displayName appRoles servicePrincipalType
`,
);

export const appRoleAssignmentShape = shape(
  'appRoleAssignment',
  `
  id deletedDateTime appRoleId createdDateTime principalDisplayName principalId principalType
  resourceDisplayName resourceId
`,
  `
  id deletedDateTime appRoleId createdDateTime principalDisplayName principalId principalType
  resourceDisplayName resourceId
`,
);

export const eventShape = shape(
  'event',
  `
  id categories changeKey createdDateTime lastModifiedDateTime allowNewTimeProposals
  attendees body bodyPreview cancelledOccurrences end hasAttachments
  hideAttendees iCalUId importance isAllDay isCancelled isDraft
  isOnlineMeeting isOrganizer isReminderOn location locations onlineMeeting
  onlineMeetingProvider onlineMeetingUrl organizer originalEndTimeZone originalStart originalStartTimeZone
  recurrence reminderMinutesBeforeStart responseRequested responseStatus sensitivity seriesMasterId
  showAs start subject transactionId type webLink
`,
  `
  id categories changeKey createdDateTime lastModifiedDateTime allowNewTimeProposals
  attendees body bodyPreview cancelledOccurrences end hasAttachments
  hideAttendees iCalUId importance isAllDay isCancelled isDraft
  isOnlineMeeting isOrganizer isReminderOn location locations onlineMeeting
  onlineMeetingProvider onlineMeetingUrl organizer originalEndTimeZone originalStart originalStartTimeZone
  recurrence reminderMinutesBeforeStart responseRequested responseStatus sensitivity seriesMasterId
  showAs start subject transactionId type webLink
`,
);

export const teamsAppShape = shape(
  'teamsApp',
  `
  id displayName distributionMethod externalId
`,
  `
  id displayName distributionMethod externalId
`,
);

export const teamsAppInstallationShape = shape(
  'teamsAppInstallation',
  `
  id consentedPermissionSet teamsApp teamsAppDefinition
`,
  `
  id consentedPermissionSet teamsApp teamsAppDefinition
`,
);

export const teamShape = shape(
  'team',
  `
  id classification createdDateTime description displayName firstChannelName
  funSettings guestSettings internalId isArchived memberSettings messagingSettings
  specialization summary tenantId visibility webUrl
`,
  `
  id classification createdDateTime description displayName firstChannelName
  funSettings guestSettings internalId isArchived memberSettings messagingSettings
  specialization summary tenantId visibility webUrl
`,
);

export const channelShape = shape(
  'channel',
  `
  id createdDateTime description displayName email isArchived
  isFavoriteByDefault layoutType membershipType migrationMode originalCreatedDateTime summary
  tenantId webUrl
`,
  `
  id createdDateTime description displayName email isArchived
  isFavoriteByDefault layoutType membershipType migrationMode originalCreatedDateTime summary
  tenantId webUrl
`,
);
