using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using DynamoGen.Repositories;
using DynamoGen.Schema;

namespace DynamoGen.Tests.Instruments;

/// <summary>The proof that spans and metrics of a sample's access patterns have the capacity that the server told, and nothing of what is stored.</summary>
internal static class EveryPattern
{
    private const double Tolerance = 0.001;

    /// <summary>Makes all calls, of which none may be missing.</summary>
    public static async Task CallAsync(InstrumentedSample sample, SampleCalls calls, Assembly assembly)
    {
        AssertRepositories(calls, assembly);
        using var test = sample.Telemetry.Enter();
        var created = sample.Proxy.Requests.Count;
        foreach (var call in calls.Calls)
        {
            var (units, requests) = (sample.Proxy.TotalUnits, sample.Proxy.Requests.Count);
            var (spans, measurements) = (sample.Telemetry.Spans.Count, sample.Telemetry.Measurements.Count);
            await call.Call();
            var (told, sent) = (sample.Proxy.TotalUnits - units, sample.Proxy.Requests.Count - requests);
            Assert.True(told > 0, $"{call.Pattern}: the server told nothing.");
            Assert.Equal((call.Pattern, call.Requests), (call.Pattern, sent));
            AssertSpans([.. sample.Telemetry.Spans.Skip(spans)], call, told);
            AssertMetrics([.. sample.Telemetry.Measurements.Skip(measurements)], call, calls.OperationOf(call), told);
        }

        AssertComplete(calls);
        Assert.Equal(calls.Calls.Count, sample.Telemetry.Spans.Count(span => span.Kind == ActivityKind.Internal));
        AssertNoCanaries(sample, calls, [.. sample.Proxy.Requests.Skip(created)]);
    }

    /// <summary>The repositories are all that the sample has, and each of their methods has an access pattern.</summary>
    private static void AssertRepositories(SampleCalls calls, Assembly assembly)
    {
        var declared = assembly.GetTypes().Where(type => type.IsInterface && type.GetInterfaces().Any(based =>
            based.IsGenericType && based.GetGenericTypeDefinition() == typeof(IRepository<>)));
        Assert.Equal(Sorted(declared.Select(type => type.FullName!)), Sorted(calls.Repositories.Select(type => type.FullName!)));
        var methods = calls.Repositories.SelectMany(type => type.GetMethods().Where(method => method is { IsStatic: false, IsAbstract: true })
            .Select(method => $"{type.Name}.{method.Name}"));
        Assert.Empty(methods.Except(calls.Patterns.Select(pattern => pattern.Name)));
    }

    /// <summary>Every access pattern was called, by itself or as an action of a transaction.</summary>
    private static void AssertComplete(SampleCalls calls)
    {
        var called = calls.Calls.Where(call => call.Pattern != PatternCall.TransactionName).Select(call => call.Pattern);
        Assert.Equal(
            Sorted(calls.Patterns.Select(pattern => pattern.Name)),
            Sorted(called.Concat(calls.Transactions?.Applied ?? []).Distinct(StringComparer.Ordinal)));
    }

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    private static void AssertSpans(IReadOnlyList<Activity> spans, PatternCall call, double told)
    {
        var span = Assert.Single(spans, ended => ended.Kind == ActivityKind.Internal);
        var requests = spans.Where(ended => ended.ParentSpanId == span.SpanId).ToList();
        Assert.Equal(call.Pattern, span.DisplayName);
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

    private static void AssertMetrics(IReadOnlyList<RecordedTelemetry.Measured> measurements, PatternCall call, DynamoOperation operation, double told)
    {
        var measured = measurements.Where(measurement => measurement.Pattern == call.Pattern).ToLookup(measurement => measurement.Instrument);
        var consumed = Assert.Single(measured["dynamogen.client.consumed_capacity"]);
        Assert.Equal(told, consumed.Value, Tolerance);
        Assert.Equal(operation.ToString(), consumed.Tags["db.operation.name"]);
        Assert.Equal(call.Requests, Assert.Single(measured["dynamogen.client.requests"]).Value);
        Assert.Single(measured["db.client.operation.duration"]);
        var isRead = operation is DynamoOperation.GetItem or DynamoOperation.Query or DynamoOperation.BatchGetItem;
        Assert.Equal(isRead ? told : 0, measured["dynamogen.client.consumed_read_units"].Sum(units => units.Value), Tolerance);
        Assert.Equal(isRead ? 0 : told, measured["dynamogen.client.consumed_write_units"].Sum(units => units.Value), Tolerance);
    }

    private static void AssertNoCanaries(InstrumentedSample sample, SampleCalls calls, IReadOnlyList<string> requests)
    {
        // Each of them was sent, but for the keys of the other samples: what is not looked for cannot be found.
        Assert.All(Canary.OfEverySample, canary => Assert.Contains(requests, body => body.Contains(canary, StringComparison.Ordinal)));
        Assert.All(requests, body => Assert.Contains(Canary.All, canary => body.Contains(canary, StringComparison.Ordinal)));
        var texts = sample.Telemetry.Texts.ToList();
        Assert.NotEmpty(sample.Telemetry.Logged);
        Assert.All(calls.Calls, call => Assert.Contains(call.Pattern, texts));
        Assert.All(Canary.All, canary => Assert.DoesNotContain(texts, text => text.Contains(canary, StringComparison.Ordinal)));
    }
}
