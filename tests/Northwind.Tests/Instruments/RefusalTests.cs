using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen;
using DynamoGen.Tests.Instruments;
using Microsoft.Extensions.DependencyInjection;
using NorthwindService.Carts;
using NorthwindService.Customers;
using NorthwindService.Orders;

namespace Northwind.Tests.Instruments;

/// <summary>What DynamoDB or DynamoGen refuses is told by spans, metrics, logs and exceptions without a value of any key or attribute.</summary>
public sealed class RefusalTests(LoadedNorthwind northwind)
{
    private static readonly CustomerId Customer = new(Canary.Text);

    public static TheoryData<TransportKind> Transports => [TransportKind.Direct, TransportKind.Sdk];

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task By_the_server(TransportKind transport)
    {
        await using var sample = await StartAsync(transport);
        var orders = sample.Services.GetRequiredService<IOrders>();
        using var test = sample.Telemetry.Enter();
        await orders.Create(ServiceCalls.Order);

        var again = await sample.RefusedAsync<ConditionFailedException>(async () => await orders.Create(ServiceCalls.Order));
        Assert.Equal(ConditionFailureReason.AlreadyExists, again.Reason);
        var missing = await sample.RefusedAsync<ConditionFailedException>(
            async () => await orders.UpdateShippedOn(Canary.Number(9), Canary.ThirdDay));
        Assert.Equal(ConditionFailureReason.NotFound, missing.Reason);
        await orders.UpdateShippedOn(Canary.Number(0), Canary.ThirdDay);
        await sample.RefusedAsync<ConditionFailedException>(async () => await orders.UpdateShippedOn(Canary.Number(0), Canary.ThirdDay));
        Assert.Equal(3, sample.Telemetry.Measurements.Count(measured => measured.Instrument == "dynamogen.client.condition_failures"));
        sample.AssertNothingTold();
    }

    /// <summary>The server quotes values only by hand: DynamoDB Local never throttles, and no request of a repository is invalid to it.</summary>
    [Theory]
    [InlineData(TransportKind.Direct, "com.amazonaws.dynamodb.v20120810#ThrottlingException", typeof(ThrottledException))]
    [InlineData(TransportKind.Sdk, "com.amazonaws.dynamodb.v20120810#ThrottlingException", typeof(ThrottledException))]
    [InlineData(TransportKind.Direct, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException", typeof(ThrottledException))]
    [InlineData(TransportKind.Direct, "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", typeof(DynamoGen.TableNotFoundException))]
    [InlineData(TransportKind.Direct, "com.amazon.coral.validate#ValidationException", typeof(AmazonDynamoDBException))]
    [InlineData(TransportKind.Sdk, "com.amazon.coral.validate#ValidationException", typeof(AmazonDynamoDBException))]
    public async Task By_a_server_that_quotes_values(TransportKind transport, string type, Type expected)
    {
        await using var sample = await StartAsync(transport);
        var (orders, carts) = (sample.Services.GetRequiredService<IOrders>(), sample.Services.GetRequiredService<ICarts>());
        var lines = sample.Services.GetRequiredService<IOrderLines>();
        using var test = sample.Telemetry.Enter();
        sample.Proxy.Refusal = $$"""
            {"__type":"{{type}}","message":"{{string.Join(' ', Canary.All)}}",
             "throttlingReasons":[{"reason":"TableWriteKeyRangeThroughputExceeded","resource":"arn:aws:dynamodb:eu-west-1:123456789012:table/orders"}]}
            """;

        Func<Task>[] calls =
        [
            async () => await carts.Get(Customer),
            async () => await carts.Delete(Customer),
            async () => await orders.Create(ServiceCalls.Order),
            async () => await orders.UpdateShippedOn(Canary.Number(0), Canary.ThirdDay),
            async () => await orders.OpenOfEmployee(Canary.Number(1)),
        ];
        foreach (var call in calls)
        {
            Assert.IsAssignableFrom(expected, await sample.RefusedAsync<Exception>(call));
        }

        // A batch is tried again as a whole, and tells what it did not write.
        await sample.RefusedAsync<Exception>(async () => await lines.PutMany([new OrderLine(Canary.Number(0), Canary.Number(2), Canary.Amount, 1)]));
        sample.AssertNothingTold();
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task By_DynamoGen_itself(TransportKind transport)
    {
        await using var sample = await StartAsync(transport);
        var (orders, carts) = (sample.Services.GetRequiredService<IOrders>(), sample.Services.GetRequiredService<ICarts>());
        using var test = sample.Telemetry.Enter();
        var large = string.Concat(Enumerable.Repeat(Canary.Text, 40_000));

        await sample.RefusedAsync<InvalidCursorException>(async () => await orders.OfCustomer(Customer, limit: 10, cursor: Canary.Text));
        await sample.RefusedAsync<DynamoGenException>(async () => await carts.Get(new CustomerId(large)));
        await sample.RefusedAsync<DynamoGenException>(async () => await orders.Create(ServiceCalls.Order with { ShipName = large }));
        await sample.RefusedAsync<DynamoGenException>(async () => await orders.Create(ServiceCalls.Order with { ShipName = Canary.Text + '\ud800' }));
        sample.AssertNothingTold();
    }

    [Theory]
    [InlineData("OrderedOn", Canary.Text)]
    [InlineData("_v", Canary.Text)]
    [InlineData("_t", Canary.Text)]
    [InlineData("CustomerId", null)]
    [InlineData("ShippedOn", Canary.Text)]
    public async Task As_stored_items_that_cannot_be_read(string attribute, string? text)
    {
        await using var sample = await StartAsync(TransportKind.Direct);
        var orders = sample.Services.GetRequiredService<IOrders>();
        using var test = sample.Telemetry.Enter();
        await orders.Create(ServiceCalls.Order);
        var client = sample.Services.GetRequiredService<IAmazonDynamoDB>();
        var table = sample.Services.GetRequiredService<DynamoGenOptions>().TableName<OrderTable>();
        var item = Assert.Single((await client.ScanAsync(new ScanRequest(table))).Items);
        item[attribute] = text is null ? new AttributeValue { N = Canary.Digits } : new AttributeValue(text);
        await client.PutItemAsync(table, item);

        await sample.RefusedAsync<DynamoGenException>(async () => await orders.OfCustomer(Customer, limit: 10));
        await sample.RefusedAsync<DynamoGenException>(async () => await orders.OpenOfEmployee(Canary.Number(1)));
        sample.AssertNothingTold();
    }

    private Task<InstrumentedSample> StartAsync(TransportKind transport) => ServiceCalls.StartAsync(northwind.Endpoint, options =>
    {
        options.Transport = transport;
        options.MaxErrorRetry = 1;
        options.Batches.MaxAttempts = 2;
    });
}
