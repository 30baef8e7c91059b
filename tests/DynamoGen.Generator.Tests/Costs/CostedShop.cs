using System.Diagnostics.Metrics;
using System.Runtime.Loader;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Design;
using DynamoGen.Tests.Repositories;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>Declarations as the cost analyzer reads them and as the server runs them: one source for what is said and for what is measured.</summary>
internal sealed class CostedShop : IAsyncDisposable
{
    private readonly LoadedSource _source;
    private readonly IReadOnlyDictionary<string, StatedCost> _stated;
    private readonly ServiceProvider _services;

    private CostedShop(LoadedSource source, IReadOnlyDictionary<string, StatedCost> stated, ServiceProvider services) =>
        (_source, _stated, _services) = (source, stated, services);

    public static async Task<CostedShop> StartAsync(LocalServer server, string source)
    {
        var compilation = GeneratorRun.Compile(source);
        Assert.Empty(await compilation.WithAnalyzers([new DeclarationAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync());
        var loaded = new LoadedSource(compilation, new AssemblyLoadContext("costs", isCollectible: false));
        return new CostedShop(loaded, await StatedAsync(compilation), await loaded.CreateAsync(server, "Shop.ShopTable", LocalServer.NewPrefix()));
    }

    /// <summary>The name of the table, known once something is measured.</summary>
    public string Table { get; private set; } = string.Empty;

    /// <summary>What the analyzer says of an access pattern.</summary>
    public StatedCost Stated(string pattern) => _stated[pattern];

    /// <summary>An entity.</summary>
    public object New(string entity, params object?[] values) => Activator.CreateInstance(_source["Shop." + entity], values)!;

    /// <summary>A list of one type of entity or key.</summary>
    public static Array ListOf(params object[] values)
    {
        var list = Array.CreateInstance(values[0].GetType(), values.Length);
        values.CopyTo(list, 0);
        return list;
    }

    /// <summary>How many bytes DynamoDB counts of an entity.</summary>
    public static int SizeOf(object entity) => (int)entity.GetType().GetMethod("SizeOf")!.Invoke(null, [entity])!;

    /// <summary>Runs an access pattern to its end.</summary>
    /// <returns>The capacity that the server says it consumed, with what brings an older item up to date.</returns>
    public async Task<double> MeasureAsync(string repository, string pattern, params object?[] arguments)
    {
        var units = 0.0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "dynamogen.client.consumed_capacity")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, measured, tags, _) =>
        {
            var all = tags.ToArray();
            if (all.Any(tag => tag.Value is string name && (name == $"{repository}.{pattern}" || name == $"{repository}.{pattern}.Upgrade")))
            {
                units += measured;
                Table = (string)all.Single(tag => tag.Key == "db.collection.name").Value!;
            }
        });
        listener.Start();
        await _source.CallAsync(_services, "Shop." + repository, pattern, arguments);
        return units;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<IReadOnlyDictionary<string, StatedCost>> StatedAsync(CSharpCompilation compilation)
    {
        var asked = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.Add("DG3023", ReportDiagnostic.Info).Add("DG4020", ReportDiagnostic.Info)));
        var found = await asked.WithAnalyzers([new CostAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        return found.Select(diagnostic => diagnostic.GetMessage()).ToDictionary(message => message.Split('\'')[1], message => new StatedCost(message));
    }
}
