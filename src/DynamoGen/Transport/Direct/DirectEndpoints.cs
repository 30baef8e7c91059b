using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using DynamoGen.Schema;

namespace DynamoGen.Transport.Direct;

/// <summary>
/// Works endpoints out by the SDK's own rules (region, account, FIPS, dual stack, a URL of the user's own), and remembers them. A provider of the user's own,
/// which need not be a function of what it is asked, is asked every time.
/// </summary>
internal sealed class DirectEndpoints(AmazonDynamoDBConfig config) : AmazonDynamoDBEndpointResolver
{
    /// <summary>More tables than any application declares; beyond them endpoints are worked out each time.</summary>
    private const int MostRemembered = 1000;

    private readonly ConcurrentDictionary<Question, DirectEndpoint> _known = [];

    /// <exception cref="AmazonClientException">The configuration names no endpoint, or asks for what the SDK's rules do not allow.</exception>
    public DirectEndpoint Of(WireOperation operation, string tableName, ImmutableCredentials credentials)
    {
        var question = new Question(operation.Name, tableName, credentials.AccountId);
        if (_known.TryGetValue(question, out var known))
        {
            return known;
        }

        var resolved = Resolve(operation, tableName, credentials);
        if (config.EndpointProvider is AmazonDynamoDBEndpointProvider && _known.Count < MostRemembered)
        {
            _known.TryAdd(question, resolved);
        }

        return resolved;
    }

    private DirectEndpoint Resolve(WireOperation operation, string tableName, ImmutableCredentials credentials)
    {
        var original = operation.CreateRequest(tableName);
        var request = new DefaultRequest(original, "Amazon.DynamoDBv2") { HttpMethod = "POST", ResourcePath = "/" };
        var context = new RequestContext(false, new AWS4Signer())
        {
            ClientConfig = config,
            OriginalRequest = original,
            Request = request,
            Identity = new Resolved(credentials),
        };
        ProcessRequestHandlers(new Amazon.Runtime.Internal.ExecutionContext(context, new ResponseContext()));
        return new DirectEndpoint(request.Endpoint, AWS4Signer.DetermineSigningRegion(config, DirectEndpoint.DynamoDb, alternateEndpoint: null, request));
    }

    /// <summary>All that tells one call's endpoint from another's on the same configuration.</summary>
    private readonly record struct Question(DynamoOperation Operation, string TableName, string? AccountId);

    /// <summary>
    /// The credentials that the request is signed with. The SDK's rules ask an identity for its account in their own way, which could wait for a refresh, or
    /// find another account than that of the signature.
    /// </summary>
    private sealed class Resolved(ImmutableCredentials credentials) : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => credentials;
    }
}
