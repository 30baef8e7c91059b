using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using DynamoGen;
using DynamoGen.Repositories;
using DynamoGen.Schema;

namespace Northwind.Tests.Instruments;

/// <summary>Spans and metrics of every access pattern of both samples have the capacity that the server told, and nothing of what is stored.</summary>
public sealed class EveryPatternTests(LoadedNorthwind northwind)
{
    private const double Tolerance = 0.001;

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
        await using var sample = await InstrumentedSample.NorthwindAsync(northwind.Endpoint, options => Configure(options, transport, tellsIndexes));
        await CallAllAsync(sample, NorthwindCalls.Of(sample.Services), typeof(NorthwindTable).Assembly);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Of_the_service(TransportKind transport, bool tellsIndexes)
    {
        await using var sample = await InstrumentedSample.ServiceAsync(northwind.Endpoint, options => Configure(options, transport, tellsIndexes));
        await CallAllAsync(sample, ServiceCalls.Of(sample.Services), typeof(NorthwindService.Orders.OrderTable).Assembly);
    }

    private static void Configure(DynamoGenOptions options, TransportKind transport, bool tellsIndexes)
    {
        options.Transport = transport;
        options.TellIndexCapacity = tellsIndexes;
    }

    private static async Task CallAllAsync(InstrumentedSample sample, SampleCalls calls, Assembly assembly)
    {
        AssertComplete(calls, assembly);
        using var test = sample.Telemetry.Enter();
        var created = sample.Proxy.Requests.Count;
        foreach (var call in calls.Calls)
        {
            var (units, requests) = (sample.Proxy.TotalUnits, sample.Proxy.Requests.Count);
            await call.Call();
            var (told, sent) = (sample.Proxy.TotalUnits - units, sample.Proxy.Requests.Count - requests);
            Assert.True(told > 0, $"{call.Pattern}: the server told nothing.");
            Assert.Equal((call.Pattern, call.Requests), (call.Pattern, sent));
            AssertSpans(sample.Telemetry, call, told);
            AssertMetrics(sample.Telemetry, calls.Patterns.Single(pattern => pattern.Name == call.Pattern), sent, told);
        }

        Assert.Equal(calls.Calls.Count, sample.Telemetry.Spans.Count(span => span.Kind == ActivityKind.Internal));
        AssertNoCanaries(sample, [.. sample.Proxy.Requests.Skip(created)]);
    }

    /// <summary>The calls are of all methods of all repositories that the sample has.</summary>
    private static void AssertComplete(SampleCalls calls, Assembly assembly)
    {
        var declared = assembly.GetTypes().Where(type => type.IsInterface && type.GetInterfaces().Any(based =>
            based.IsGenericType && based.GetGenericTypeDefinition() == typeof(IRepository<>)));
        Assert.Equal(Sorted(declared.Select(type => type.FullName!)), Sorted(calls.Repositories.Select(type => type.FullName!)));
        Assert.Equal(Sorted(calls.Patterns.Select(pattern => pattern.Name)), Sorted(calls.Calls.Select(call => call.Pattern)));
        var methods = calls.Repositories.SelectMany(type => type.GetMethods().Where(method => method is { IsStatic: false, IsAbstract: true })
            .Select(method => $"{type.Name}.{method.Name}"));
        Assert.Empty(methods.Except(calls.Calls.Select(call => call.Pattern)));

        static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];
    }

    private static void AssertSpans(RecordedTelemetry telemetry, PatternCall call, double told)
    {
        var span = Assert.Single(telemetry.Spans, ended => ended.Kind == ActivityKind.Internal && ended.DisplayName == call.Pattern);
        var requests = telemetry.Spans.Where(ended => ended.ParentSpanId == span.SpanId).ToList();
        Assert.Equal((call.Pattern, call.Requests), (call.Pattern, requests.Count));
        Assert.Equal((call.Pattern, call.Requests), (call.Pattern, span.GetTagItem("dynamogen.requests")));
        Assert.All(requests, request => Assert.Equal(
            (ActivityKind.Client, ActivityStatusCode.Unset, call.Pattern),
            (request.Kind, request.Status, request.GetTagItem("dynamogen.access_pattern"))));
        Assert.Equal(told, Units(span), Tolerance);
        Assert.Equal(told, requests.Sum(Units), Tolerance);
    }

    private static double Units(Activity span) => ((string[])span.GetTagItem("aws.dynamodb.consumed_capacity")!)
        .Sum(table => JsonElement.Parse(table).GetProperty("CapacityUnits").GetDouble());

    private static void AssertMetrics(RecordedTelemetry telemetry, AccessPattern pattern, int sent, double told)
    {
        var measured = telemetry.Measurements.Where(measurement => measurement.Pattern == pattern.Name).ToLookup(measurement => measurement.Instrument);
        var call = Assert.Single(measured["dynamogen.client.consumed_capacity"]);
        Assert.Equal(told, call.Value, Tolerance);
        Assert.Equal(pattern.Operation.ToString(), call.Tags["db.operation.name"]);
        Assert.Equal(sent, Assert.Single(measured["dynamogen.client.requests"]).Value);
        Assert.Single(measured["db.client.operation.duration"]);
        var isRead = pattern.Operation is DynamoOperation.GetItem or DynamoOperation.Query;
        Assert.Equal(isRead ? told : 0, measured["dynamogen.client.consumed_read_units"].Sum(units => units.Value), Tolerance);
        Assert.Equal(isRead ? 0 : told, measured["dynamogen.client.consumed_write_units"].Sum(units => units.Value), Tolerance);
    }

    private static void AssertNoCanaries(InstrumentedSample sample, IReadOnlyList<string> requests)
    {
        // Each of them was sent, but for the keys of the other sample: what is not looked for cannot be found.
        Assert.All(
            [Canary.Text, Canary.Digits, "1907-03-31", "1907-04-02"],
            canary => Assert.Contains(requests, body => body.Contains(canary, StringComparison.Ordinal)));
        Assert.All(requests, body => Assert.Contains(Canary.All, canary => body.Contains(canary, StringComparison.Ordinal)));
        var texts = sample.Telemetry.Texts.ToList();
        Assert.NotEmpty(sample.Telemetry.Logged);
        Assert.Contains("IOrders.WithLines", texts);
        Assert.All(Canary.All, canary => Assert.DoesNotContain(texts, text => text.Contains(canary, StringComparison.Ordinal)));
    }
}
