using DynamoGen;
using DynamoGen.Tests.Instruments;

namespace Northwind.Tests.Instruments;

/// <summary>Spans and metrics of every access pattern of both samples have the capacity that the server told, and nothing of what is stored.</summary>
public sealed class EveryPatternTests(LoadedNorthwind northwind)
{
    /// <summary>Both transports, and both ways in which a response tells its capacity.</summary>
    public static TheoryData<TransportKind, bool> Ways => new()
    {
        { TransportKind.Direct, false },
        { TransportKind.Direct, true },
        { TransportKind.Sdk, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Of_Northwind(TransportKind transport, bool tellsIndexes)
    {
        await using var sample = await NorthwindCalls.StartAsync(northwind.Endpoint, options => Configure(options, transport, tellsIndexes));
        await EveryPattern.CallAsync(sample, NorthwindCalls.Of(sample.Services), typeof(NorthwindTable).Assembly);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Of_the_service(TransportKind transport, bool tellsIndexes)
    {
        await using var sample = await ServiceCalls.StartAsync(northwind.Endpoint, options => Configure(options, transport, tellsIndexes));
        await EveryPattern.CallAsync(sample, ServiceCalls.Of(sample.Services), typeof(NorthwindService.Orders.OrderTable).Assembly);
    }

    private static void Configure(DynamoGenOptions options, TransportKind transport, bool tellsIndexes)
    {
        options.Transport = transport;
        options.TellIndexCapacity = tellsIndexes;
    }
}
