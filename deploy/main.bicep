// The service on Azure: Container Apps, PostgreSQL, Key Vault, the bot registration and its Teams channel.
// az deployment group create -g GROUP -f deploy/main.bicep -p image=REGISTRY/common-ground:TAG publicHost=chat.example.gov.uk ...
// Not deployed by the project's tests: read the plan (what-if) before you apply it.
@description('Where the resources lie. The bot registration itself is global.')
param location string = resourceGroup().location
@description('The image, with its tag or digest.')
param image string
@description('The host name that families use, without https://')
param publicHost string
@description('The tenant whose bot registration this is.')
param tenantId string = tenant().tenantId
@secure()
param databasePassword string
@secure()
@description('At least 32 characters; the same for every instance.')
param tokenSecret string
@secure()
@description('The key ring, as docs/keys.md describes it.')
param sendKeys string
@minValue(1)
param instances int = 2

var name = 'common-ground'
var databaseUser = 'advice'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  properties: {
    tenantId: tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
  }
}

var secrets = [
  { name: 'database-url', value: 'postgres://${databaseUser}:${uriComponent(databasePassword)}@${database.properties.fullyQualifiedDomainName}:5432/advice?sslmode=verify-full' }
  { name: 'token-secret', value: tokenSecret }
  { name: 'send-keys', value: sendKeys }
]

resource kept 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [
  for secret in secrets: {
    parent: vault
    name: secret.name
    properties: { value: secret.value }
  }
]

// Key Vault Secrets User
resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, 'secrets-user')
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Standard_D2ds_v5', tier: 'GeneralPurpose' }
  properties: {
    version: '17'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
  }
}

resource advice 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: database
  name: 'advice'
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {}
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  dependsOn: [mayRead, kept]
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      ingress: { external: true, targetPort: 3978, transport: 'auto', allowInsecure: false }
      secrets: [for secret in secrets: {
        name: secret.name
        keyVaultUrl: '${vault.properties.vaultUri}secrets/${secret.name}'
        identity: identity.id
      }]
    }
    template: {
      // At least one: a conversation with a person must not fall asleep.
      scale: { minReplicas: instances, maxReplicas: instances * 3 }
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: name
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: [
            { name: 'PROFILE', value: 'production' }
            { name: 'PUBLIC_URL', value: 'https://${publicHost}' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppTenantId', value: tenantId }
            { name: 'DATABASE_URL', secretRef: 'database-url' }
            { name: 'TOKEN_SECRET', secretRef: 'token-secret' }
            { name: 'SEND_KEYS', secretRef: 'send-keys' }
          ]
          probes: [
            { type: 'Liveness', httpGet: { path: '/healthz/live', port: 3978 }, periodSeconds: 30 }
            { type: 'Readiness', httpGet: { path: '/healthz/ready', port: 3978 }, periodSeconds: 10 }
          ]
        }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'Common Ground'
    endpoint: 'https://${publicHost}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppType: 'UserAssignedMSI'
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}
