using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace DynamoGen.Streams.Sinks.Services;

/// <summary>
/// The SDK's configuration of a service whose client it does not have here. By its identifier the SDK finds the URL that is configured for it; its defaults are
/// those that the SDK has for every service.
/// </summary>
internal sealed class SinkConfig : ClientConfig
{
    private readonly ServiceHost _host;

    public SinkConfig(ServiceHost host)
        : base(new DefaultConfigurationProvider(AmazonDynamoDBDefaultConfiguration.GetAllConfigurations()))
    {
        _host = host;
        ServiceId = host.ServiceId;
    }

    public override string ServiceVersion => _host.ApiVersion;

    public override string UserAgent => "DynamoGen";

    public override string RegionEndpointServiceName => _host.SigningName;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        throw new NotSupportedException("Endpoints are those of ServiceHost.");
}
