// A real OpenID Connect provider for the tests, on loopback. Whoever is named at its login is let in, with any password.
import { Provider } from 'oidc-provider'

const [port, app] = process.argv.slice(2)

const north = { agency: 'Coordination', agency_type: 'VOLUNTARY', partnership: 'north', family_name: 'Lovelace', groups: ['everybody', 'wsa-coordinators'] }
const people = {
  ada: north,
  sue: { ...north, partnership: 'south' },
  kit: { ...north, agency: "North women's centre", agency_type: 'WOMENS_CENTRE', groups: ['keyworkers'], women: ['6eea3b4d-7fee-4e3d-8b61-124ff2b6297a'] },
  two: { ...north, groups: ['keyworkers', 'wsa-coordinators'] },
  norole: { ...north, groups: undefined },
  cleaner: { ...north, groups: ['everybody', 'cleaners'] },
  noagency: { ...north, agency: undefined },
  nowhere: { ...north, partnership: 'atlantis' },
}
const scopes = ['board.watch', 'journeys.read', 'facts.write', 'counts.read', 'operation.read']

const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: 'journeytracker',
      client_secret: 'a secret of the tests',
      redirect_uris: [`${app}/sign-in/callback`],
      post_logout_redirect_uris: [`${app}/signed-out`],
      backchannel_logout_uri: `${app}/sign-in/back-channel`,
      backchannel_logout_session_required: true,
    },
    { client_id: 'ndelius-feed', client_secret: 'another secret', grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
    { client_id: 'stranger', client_secret: 'a third secret', grant_types: ['client_credentials'], redirect_uris: [], response_types: [] },
  ],
  claims: { openid: ['sub'], journeytracker: ['preferred_username', 'family_name', 'agency', 'agency_type', 'partnership', 'groups', 'women'] },
  scopes: ['openid', 'journeytracker'],
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ['a key of the tests'] },
  // It would not speak to a private address; loopback is all there is here.
  fetch: (url, options) => globalThis.fetch(url, { ...options, dispatcher: undefined }),
  findAccount: (ctx, id) => people[id] && { accountId: id, claims: () => ({ sub: id, preferred_username: id, ...people[id] }) },
  // Nobody is asked to agree: the provider and the server belong to the same house.
  async loadExistingGrant (ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
    grant.addOIDCScope('openid journeytracker')
    await grant.save()
    return grant
  },
  features: {
    devInteractions: { enabled: true },
    clientCredentials: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (ctx, resource) => ({ scope: scopes.join(' '), audience: resource, accessTokenFormat: 'jwt', accessTokenTTL: 600 }),
    },
  },
})
provider.on('backchannel.error', (ctx, error) => console.error('back-channel:', error.message))
provider.listen(Number(port), 'localhost', () => console.log('listening'))
// It ends with whoever started it.
process.stdin.on('end', () => process.exit(0)).resume()
