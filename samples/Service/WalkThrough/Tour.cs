using DynamoGen.Telemetry.HotKeys;
using Northwind.Data;

namespace NorthwindService.WalkThrough;

/// <summary>Starts the service, is its client for a while, and reads in its telemetry what was expensive.</summary>
public static class Tour
{
    /// <summary>What answers the same question for less, by the dearer access pattern.</summary>
    private static readonly Dictionary<string, string> CheaperPatterns = new() { ["IOrders.OpenOfEmployeeByFilter"] = "IOrders.OpenOfEmployee" };

    /// <param name="endpoint">A DynamoDB Local.</param>
    /// <param name="source">The orders of the service.</param>
    public static async Task RunAsync(Uri endpoint, NorthwindSource source)
    {
        using var spans = new CollectedSpans();
        await using var service = ServiceApplication.Create(endpoint, source, spans);
        await service.StartAsync();
        using var metered = new MeteredUnits();
        using var client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
        Console.WriteLine($"The service is at {client.BaseAddress}");
        await new Visitor(client).VisitAsync();

        // The span of a request ends behind its answer; when the service has stopped, all have ended.
        await service.StopAsync();
        var usages = PatternUsage.Of(PatternSpan.Among(spans.All));
        UsageReport.WriteUsages(usages);
        var (reads, writes) = (usages.Sum(usage => usage.ReadUnits), usages.Sum(usage => usage.WriteUnits));
        Console.WriteLine($"The spans tell {reads:0.0} read units and {writes:0.0} write units, the metrics {metered.ReadUnits:0.0} and {metered.WriteUnits:0.0}. "
            + "The share takes a write unit for five read units, as its price on demand does.");
        Explain(usages, spans);
        Console.WriteLine();
        Console.WriteLine("The hottest partition keys, hashed:");
        Console.Write(service.Services.GetRequiredService<HotKeySketches>().Report(most: 1));
    }

    private static void Explain(IReadOnlyList<PatternUsage> usages, CollectedSpans spans)
    {
        var dear = usages[0];
        Console.WriteLine();
        Console.WriteLine($"The most expensive pattern is {dear.Pattern}, because {dear.Reason}.");
        Console.WriteLine("Its dearest trace:");
        UsageReport.WriteTrace(spans.All, dear.Dearest.Trace);
        if (CheaperPatterns.TryGetValue(dear.Pattern, out var name))
        {
            var cheap = usages.Single(usage => usage.Pattern == name);
            Console.WriteLine();
            UsageReport.WriteComparison(dear, cheap);
            var part = cheap.ReadUnits / dear.ReadUnits;
            Console.WriteLine($"{cheap.Pattern} gives the same orders for {part:P0} of the units: its index has open orders alone.");
        }
    }
}
