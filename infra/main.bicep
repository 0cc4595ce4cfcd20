// What Mebuki needs in Azure: one App Service and one bot registration. Proposals live in
// SharePoint, not here. One instance on purpose: the app keeps its register in memory.

@description('Distinguishes the names of this installation; lower-case letters and digits.')
@minLength(2)
@maxLength(12)
param resourceSuffix string

param location string = resourceGroup().location

@description('Size of the App Service plan. Always On needs B1 or larger.')
param planSku string = 'B1'

param tenantId string
param appId string
@secure()
param appSecret string
param appIdUri string
param teamsAppId string
@description('Origin under which Teams reaches the app; empty: the one Azure gives.')
param publicOrigin string = ''
param loginOrigin string
param userTokenJwksUrl string
param graphBaseUrl string
param botOpenIdMetadataUrl string
param botTokenIssuer string
param botServiceUrls string
param connectorServiceUrl string
param siteHostname string
param sitePath string
@description('on: Microsoft Graph tells the app when lists change.')
param changeNotifications string
param quietHours string
@description('The last day of the client secret, YYYY-MM-DD; empty: not known.')
param credentialEndsOn string = ''
@description('Resource units a minute that SharePoint grants by the licences; empty: the smallest number.')
param graphUnitsPerMinute string = ''
param logLevel string

var siteName = 'mebuki-${resourceSuffix}'
var origin = empty(publicOrigin) ? 'https://${siteName}.azurewebsites.net' : publicOrigin

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${siteName}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: siteName
  location: location
  kind: 'app,linux'
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // Deployments overlap two processes, each with its own register: a person keeps to one and reads what they wrote.
    clientAffinityEnabled: true
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node dist/server/main.js'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/healthz'
    }
  }
}

// No FTP and no publishing password: deployment signs in with Entra ID.
resource noPublishingPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2023-12-01' = [
  for door in ['ftp', 'scm']: {
    parent: app
    name: door
    properties: {
      allow: false
    }
  }
]

resource appSettings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    NODE_ENV: 'production'
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    HOST: '0.0.0.0'
    PORT: '8080'
    // Under /home, which outlives restarts and deployments; the spool keeps its promise there.
    DATA_DIR: '/home/mebuki'
    PUBLIC_ORIGIN: origin
    TENANT_ID: tenantId
    APP_ID: appId
    APP_SECRET: appSecret
    APP_ID_URI: appIdUri
    TEAMS_APP_ID: teamsAppId
    LOGIN_ORIGIN: loginOrigin
    USER_TOKEN_JWKS_URL: userTokenJwksUrl
    GRAPH_BASE_URL: graphBaseUrl
    BOT_OPENID_METADATA_URL: botOpenIdMetadataUrl
    BOT_TOKEN_ISSUER: botTokenIssuer
    BOT_SERVICE_URLS: botServiceUrls
    CONNECTOR_SERVICE_URL: connectorServiceUrl
    SITE_HOSTNAME: siteHostname
    SITE_PATH: sitePath
    CHANGE_NOTIFICATIONS: changeNotifications
    QUIET_HOURS: quietHours
    CREDENTIAL_ENDS_ON: credentialEndsOn
    GRAPH_UNITS_PER_MINUTE: graphUnitsPerMinute
    LOG_LEVEL: logLevel
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: siteName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: '芽吹き'
    endpoint: '${origin}/api/messages'
    msaAppId: appId
    msaAppTenantId: tenantId
    msaAppType: 'SingleTenant'
    disableLocalAuth: true
  }
}

resource teamsChannel 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

// Toolkit writes outputs to the environment file by these names.
output APP_SERVICE_RESOURCE_ID string = app.id
output APP_SERVICE_ORIGIN string = origin
