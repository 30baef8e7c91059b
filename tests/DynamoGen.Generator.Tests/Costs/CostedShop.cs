using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.Loader;
using DynamoGen.Analyzers.Declaration;
using DynamoGen.Analyzers.Design;
using DynamoGen.Hosting;
using DynamoGen.Tests.Repositories;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Generator.Tests.Costs;

/// <summary>Declarations as the cost analyzer reads them and as the server runs them: one source for what is said and for what is measured.</summary>
internal sealed class CostedShop : IAsyncDisposable
{
    private static readonly MethodInfo Create = typeof(LocalServer).GetMethod(nameof(LocalServer.CreateAsync))!;
    private static readonly MethodInfo AddRepository = typeof(DynamoGenBuilder).GetMethod(nameof(DynamoGenBuilder.AddRepository))!;

    private readonly Assembly _assembly;
    private readonly IReadOnlyDictionary<string, StatedCost> _stated;
    private readonly ServiceProvider _services;

    private CostedShop(Assembly assembly, IReadOnlyDictionary<string, StatedCost> stated, ServiceProvider services) =>
        (_assembly, _stated, _services) = (assembly, stated, services);

    public static async Task<CostedShop> StartAsync(LocalServer server, string source)
    {
        var compilation = GeneratorRun.Compile(source);
        Assert.Empty(await compilation.WithAnalyzers([new DeclarationAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync());
        CSharpGeneratorDriver.Create([new DynamoGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        using var image = new MemoryStream();
        var result = output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext("costs", isCollectible: false).LoadFromStream(image);
        var repositories = assembly.GetTypes().Where(type => type is { IsInterface: true, IsNested: false }).ToArray();
        var create = Create.MakeGenericMethod(assembly.GetType("Shop.ShopTable", throwOnError: true)!);
        Action<DynamoGenBuilder> addRepositories = builder =>
        {
            foreach (var repository in repositories)
            {
                AddRepository.MakeGenericMethod(repository).Invoke(builder, null);
            }
        };
        var services = await (Task<ServiceProvider>)create.Invoke(server, [addRepositories])!;
        return new CostedShop(assembly, await StatedAsync(compilation), services);
    }

    /// <summary>The name of the table, known once something is measured.</summary>
    public string Table { get; private set; } = string.Empty;

    /// <summary>What the analyzer says of an access pattern.</summary>
    public StatedCost Stated(string pattern) => _stated[pattern];

    /// <summary>An entity.</summary>
    public object New(string entity, params object?[] values) => Activator.CreateInstance(_assembly.GetType("Shop." + entity, throwOnError: true)!, values)!;

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
        var contract = _assembly.GetType("Shop." + repository, throwOnError: true)!;
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
        var method = contract.GetMethod(pattern)!;
        var result = method.Invoke(_services.GetRequiredService(contract), arguments)!;
        await EndAsync(result);
        return units;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task EndAsync(object result)
    {
        if (result.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            is { } stream)
        {
            var read = typeof(CostedShop).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
            await (Task)read.MakeGenericMethod(stream.GenericTypeArguments[0]).Invoke(null, [result])!;
        }
        else
        {
            await (result as Task ?? (Task)result.GetType().GetMethod("AsTask")!.Invoke(result, null)!);
        }
    }

    private static async Task ReadAsync<TItem>(IAsyncEnumerable<TItem> items)
    {
        await foreach (var _ in items)
        {
        }
    }

    private static async Task<IReadOnlyDictionary<string, StatedCost>> StatedAsync(CSharpCompilation compilation)
    {
        var asked = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.Add("DG3023", ReportDiagnostic.Info).Add("DG4020", ReportDiagnostic.Info)));
        var found = await asked.WithAnalyzers([new CostAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync();
        return found.Select(diagnostic => diagnostic.GetMessage()).ToDictionary(message => message.Split('\'')[1], message => new StatedCost(message));
    }
}
