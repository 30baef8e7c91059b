using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace DynamoGen.Benchmarks.Canned;

/// <summary>Works the endpoint out once, as DynamoGen's transport does: else the floor would count what no call of DynamoGen pays.</summary>
internal sealed class KnownEndpoint : AmazonDynamoDBEndpointResolver
{
    private EndpointParameters? _parameters;

    /// <summary>A configuration whose endpoint is worked out once.</summary>
    public static AmazonDynamoDBConfig In(AmazonDynamoDBConfig config)
    {
        config.EndpointProvider = new Provider(config.EndpointProvider);
        return config;
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        _parameters ??= base.MapEndpointsParameters(requestContext);

    private sealed class Provider(IEndpointProvider rules) : IEndpointProvider
    {
        private Endpoint? _known;

        /// <summary>The SDK completes the URL of the endpoint it is given, so each request gets one of its own.</summary>
        public Endpoint ResolveEndpoint(EndpointParameters parameters)
        {
            _known ??= rules.ResolveEndpoint(parameters);
            return new Endpoint(_known.URL) { Attributes = _known.Attributes, Headers = _known.Headers };
        }
    }
}
