using System.Collections.Concurrent;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using DynamoGen.Schema;

namespace DynamoGen.Transport;

/// <summary>
/// The SDK's endpoint resolver, which works the endpoint out anew for every request, with a memory: what the same operation on the same table was answered
/// once is taken from it. The SDK's rules are a function of their parameters alone; a provider of the user's own, which need not be, is asked every time.
/// </summary>
internal sealed class EndpointMemory : AmazonDynamoDBEndpointResolver
{
    /// <summary>More tables than any application declares; beyond them endpoints are worked out as the SDK does.</summary>
    private const int MostRemembered = 1000;

    private readonly ConcurrentDictionary<Question, EndpointParameters> _parameters = [];

    /// <summary>Makes a configuration's provider, if it is the SDK's own, know the parameters that a memory asks with again.</summary>
    public static void Equip(AmazonDynamoDBConfig config)
    {
        if (config.EndpointProvider is AmazonDynamoDBEndpointProvider rules)
        {
            config.EndpointProvider = new Provider(rules);
        }
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        if (requestContext.Marshaller is not WireCall call
            || requestContext.Request.AlternateEndpoint is not null
            || requestContext.ClientConfig.EndpointProvider is not Provider provider)
        {
            return base.MapEndpointsParameters(requestContext);
        }

        var config = requestContext.ClientConfig;
        var accountId = (requestContext.Identity as AWSCredentials)?.GetCredentials()?.AccountId;
        var question = new Question(call.Operation.Name, call.TableName, accountId, config.RegionEndpoint, config.ServiceURL);
        if (_parameters.TryGetValue(question, out var known))
        {
            return known;
        }

        var parameters = base.MapEndpointsParameters(requestContext);
        if (_parameters.Count < MostRemembered && _parameters.TryAdd(question, parameters))
        {
            provider.Expect(parameters);
        }

        return parameters;
    }

    /// <summary>All that tells one call's parameters from another's on the same client.</summary>
    private readonly record struct Question(DynamoOperation Operation, string TableName, string? AccountId, RegionEndpoint? Region, string? ServiceUrl);

    private sealed class Provider(AmazonDynamoDBEndpointProvider rules) : IEndpointProvider
    {
        private readonly ConcurrentDictionary<EndpointParameters, Endpoint?> _endpoints = [];

        public void Expect(EndpointParameters parameters) => _endpoints.TryAdd(parameters, null);

        /// <summary>
        /// Parameters are known by being the same object. The SDK completes the URL of the endpoint it is given, so each request gets one of its own.
        /// </summary>
        public Endpoint ResolveEndpoint(EndpointParameters parameters)
        {
            if (!_endpoints.TryGetValue(parameters, out var known))
            {
                return rules.ResolveEndpoint(parameters);
            }

            if (known is null)
            {
                known = rules.ResolveEndpoint(parameters);
                _endpoints[parameters] = known;
            }

            return new Endpoint(known.URL) { Attributes = known.Attributes, Headers = known.Headers };
        }
    }
}
