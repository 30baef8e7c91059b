using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Transport;
using DynamoGen.Transport;

namespace DynamoGen.Tests.Telemetry;

public sealed class ThrottledAttemptTests
{
    [Fact]
    public async Task Counts_an_attempt_that_was_throttled_and_then_retried()
    {
        using var factory = new OwnMeterFactory();
        using var telemetry = new DynamoGenTelemetry(factory);
        using var measurements = new Measurements(factory);
        await using var server = new CannedServer(
            CannedResponse.Error(
                400,
                "ProvisionedThroughputExceededException",
                ""","ThrottlingReasons":[{"reason":"TableReadProvisionedThroughputExceeded","resource":"arn:aws:dynamodb:eu-west-1:1:table/orders"}]"""),
            CannedResponse.Ok("{}"));
        var config = new AmazonDynamoDBConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 1, ThrottleRetries = false };
        using var transport = new SdkTransport(config, new BasicAWSCredentials("access", "secret"), telemetry);

        using var response = await transport.SendAsync(new(DynamoOperation.GetItem, "orders", "{}"u8.ToArray()), CancellationToken.None);

        var throttled = Assert.Single(measurements.Of("dynamogen.client.throttled_requests"));
        Assert.Equal("TableReadProvisionedThroughputExceeded", throttled.Tags["dynamogen.throttling_reason"]);
    }
}
